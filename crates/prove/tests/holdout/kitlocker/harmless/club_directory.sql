-- The view runs with the caller's rights; COALESCE only fills an empty name: harmless.
CREATE VIEW kit.club_directory WITH (security_invoker = true) AS
  SELECT c.association_id, c.club_no, COALESCE(c.name, 'unnamed') AS club FROM kit.clubs c;
GRANT SELECT ON kit.club_directory TO hf_kitlocker_app;
