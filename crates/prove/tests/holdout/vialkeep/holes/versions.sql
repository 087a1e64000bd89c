-- The history of changes is one table for all pharmacies and has no row security.
-- about: versions, record_version
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: SELECT object FROM versions;
-- shows: Brook-secret patient
CREATE TABLE versions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  item_type text NOT NULL,
  object jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION record_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO versions (item_type, object) VALUES (TG_TABLE_NAME, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER record_version AFTER INSERT OR UPDATE ON prescriptions
  FOR EACH ROW EXECUTE FUNCTION record_version();
GRANT SELECT, INSERT ON versions TO hf_vialkeep_app;
