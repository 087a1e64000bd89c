-- The trigger copies whole rows of keepers into a log that has neither a tenant column nor row security.
-- about: change_log, keepers, log_change
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT after_row FROM vet.change_log;
-- shows: Road-secret keeper
CREATE TABLE vet.change_log (
  at timestamptz NOT NULL DEFAULT now(),
  relation text NOT NULL,
  after_row jsonb
);
GRANT SELECT, INSERT ON vet.change_log TO hf_vetcare_app;
CREATE FUNCTION vet.log_change() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO vet.change_log (relation, after_row) VALUES (TG_TABLE_NAME, to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER log_change AFTER INSERT OR UPDATE ON vet.keepers
  FOR EACH ROW EXECUTE FUNCTION vet.log_change();
