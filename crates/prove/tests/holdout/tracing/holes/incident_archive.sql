-- Old incidents go to a child table; a parent's policies do not hold when the child is read by its own name.
-- about: incidents_archive
-- as: hf_tracing_viewer
-- exploit: SET apm.org_id = '7';
-- exploit: SELECT summary FROM apm.incidents_archive;
-- shows: incident-secret
CREATE TABLE apm.incidents_archive () INHERITS (apm.incidents);
CREATE FUNCTION apm.to_archive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO apm.incidents_archive VALUES (NEW.*);
  RETURN NULL;
END $$;
CREATE TRIGGER to_archive BEFORE INSERT ON apm.incidents FOR EACH ROW EXECUTE FUNCTION apm.to_archive();
GRANT SELECT ON ALL TABLES IN SCHEMA apm TO hf_tracing_viewer;
GRANT INSERT ON apm.incidents_archive TO hf_tracing_app;
