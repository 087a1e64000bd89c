-- The common trail keeps the whole row of each change, and each sponsor reads the lines of all.
-- about: trail, keep_trail
-- as: hf_trials_cedar
-- exploit: SELECT image ->> 'initials' FROM common.trail;
-- shows: Road-secret initials
-- One trail of all changes of subjects, as the auditor asked for it.
CREATE TABLE common.trail (
  trail_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sponsor text NOT NULL,
  image jsonb NOT NULL
);
CREATE FUNCTION common.keep_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO common.trail (sponsor, image) VALUES (TG_TABLE_SCHEMA, to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_trail AFTER INSERT OR UPDATE ON cedar.subjects
  FOR EACH ROW EXECUTE FUNCTION common.keep_trail();
CREATE TRIGGER keep_trail AFTER INSERT OR UPDATE ON dogwood.subjects
  FOR EACH ROW EXECUTE FUNCTION common.keep_trail();
GRANT SELECT ON common.trail TO hf_trials_cedar, hf_trials_dogwood;
