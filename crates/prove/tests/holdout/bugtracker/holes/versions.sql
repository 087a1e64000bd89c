-- The table of versions keeps old titles of all accounts and has no row level security.
-- about: versions, record_version
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: SELECT object FROM versions;
-- shows: Road-secret crash
-- History of bugs, as the versioning gem lays it out.
CREATE TABLE versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_type text NOT NULL,
  item_id uuid NOT NULL,
  event text NOT NULL,
  whodunnit text,
  object jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX index_versions_on_item_type_and_item_id ON versions (item_type, item_id);
CREATE FUNCTION record_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO versions (item_type, item_id, event, object) VALUES ('Bug', NEW.id, TG_OP, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER record_version AFTER INSERT OR UPDATE ON bugs FOR EACH ROW EXECUTE FUNCTION record_version();
GRANT SELECT, INSERT ON versions TO hf_bugtracker_app;
