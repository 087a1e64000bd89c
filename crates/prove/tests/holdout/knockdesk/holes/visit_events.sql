-- The log of events is written for all companies into one table that has no row security.
-- about: visit_events, log_visit
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: SELECT detail FROM desk.visit_events;
-- shows: Lobby-secret purpose
CREATE TABLE desk.visit_events (
  event_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id text NOT NULL REFERENCES desk.companies,
  detail text,
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON desk.visit_events (company_id, happened_at);
CREATE FUNCTION desk.log_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO desk.visit_events (company_id, detail) VALUES (NEW.company_id, NEW.purpose);
  RETURN NULL;
END $$;
CREATE TRIGGER log_visit AFTER INSERT ON desk.visits FOR EACH ROW EXECUTE FUNCTION desk.log_visit();
GRANT SELECT, INSERT ON desk.visit_events TO hf_knockdesk_app;
