-- The log keeps the practice of each row and has its own row security, so each practice reads its own log.
CREATE TABLE vet.change_log (
  practice_id uuid NOT NULL REFERENCES vet.practices (id),
  at timestamptz NOT NULL DEFAULT now(),
  relation text NOT NULL,
  after_row jsonb
);
ALTER TABLE vet.change_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE vet.change_log FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON vet.change_log USING (practice_id = vet.practice());
GRANT SELECT, INSERT ON vet.change_log TO hf_vetcare_app;
CREATE FUNCTION vet.log_change() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO vet.change_log (practice_id, relation, after_row)
    VALUES (NEW.practice_id, TG_TABLE_NAME, to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER log_change AFTER INSERT OR UPDATE ON vet.keepers
  FOR EACH ROW EXECUTE FUNCTION vet.log_change();
