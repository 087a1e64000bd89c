-- The table of versions carries the account and its policy; the trigger writes with the caller's rights.
CREATE TABLE versions (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL,
  object jsonb,
  PRIMARY KEY (account_id, id)
);
ALTER TABLE versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE versions FORCE ROW LEVEL SECURITY;
CREATE POLICY versions_tenant ON versions
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
CREATE FUNCTION record_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO versions (account_id, item_id, object) VALUES (NEW.account_id, NEW.id, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER record_version AFTER INSERT OR UPDATE ON bugs FOR EACH ROW EXECUTE FUNCTION record_version();
GRANT SELECT, INSERT ON versions TO hf_bugtracker_app;
