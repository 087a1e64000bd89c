-- A default left from a backfill puts the old states that the trigger writes into foundation 1, whoever
-- they belong to.
-- about: versions, keep_version, grants_versions, grants
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT object ->> 'purpose' FROM versions WHERE item_type = 'Grant';
-- shows: Road-secret purpose
-- The oldest versions had no foundation; they were all from the first customer.
ALTER TABLE versions ALTER COLUMN foundation_id SET DEFAULT 1;
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
  BEGIN
    INSERT INTO versions (item_type, item_id, object) VALUES ('Grant', OLD.id, to_jsonb(OLD));
    RETURN NEW;
  END $$;
CREATE TRIGGER grants_versions AFTER UPDATE ON grants FOR EACH ROW EXECUTE FUNCTION keep_version();
