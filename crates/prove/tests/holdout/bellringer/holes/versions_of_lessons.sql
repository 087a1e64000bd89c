-- Versions are shown where a visible lesson has that id, but each school counts its lessons from one.
-- about: versions, versions_scope, record_version, lessons
-- as: hf_bellringer_app
-- exploit: SET app.school_id = '1';
-- exploit: SELECT object ->> 'remark' FROM versions;
-- shows: Road-secret remark
CREATE TABLE versions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  item_type varchar NOT NULL,
  item_id bigint NOT NULL,
  event varchar NOT NULL,
  object jsonb,
  created_at timestamp NOT NULL DEFAULT now()
);
CREATE INDEX index_versions_on_item ON versions (item_type, item_id);
ALTER TABLE versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE versions FORCE ROW LEVEL SECURITY;
CREATE POLICY versions_scope ON versions FOR SELECT
  USING (item_type = 'Lesson' AND EXISTS (SELECT 1 FROM lessons l WHERE l.id = versions.item_id));
GRANT SELECT ON versions TO hf_bellringer_app;
CREATE FUNCTION record_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO versions (item_type, item_id, event, object) VALUES ('Lesson', NEW.id, lower(TG_OP),
    to_jsonb(NEW));
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION record_version() FROM PUBLIC;
CREATE TRIGGER record_version AFTER INSERT OR UPDATE ON lessons FOR EACH ROW EXECUTE FUNCTION
  record_version();
