-- One more condition in a view that stays a barrier.
CREATE OR REPLACE VIEW app.notes WITH (security_barrier = true) AS
  SELECT * FROM core.notes WHERE agency_id = app.agency() AND body <> '';
