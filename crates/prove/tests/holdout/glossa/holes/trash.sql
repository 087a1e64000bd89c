-- The trash was made LIKE the table of segments, which copies constraints but neither row security nor
-- policies.
-- about: segments_trash, to_trash, segments
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north-road';
-- exploit: DELETE FROM segments WHERE state = 'new';
-- exploit: SET app.current_org = 'north';
-- exploit: SELECT target FROM segments_trash;
-- shows: Road-secret target
-- Deleted segments can be taken back for thirty days.
CREATE TABLE segments_trash (LIKE segments INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
CREATE FUNCTION to_trash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO segments_trash VALUES (OLD.*);
  RETURN OLD;
END $$;
REVOKE EXECUTE ON FUNCTION to_trash() FROM PUBLIC;
CREATE TRIGGER segments_to_trash BEFORE DELETE ON segments FOR EACH ROW EXECUTE FUNCTION to_trash();
GRANT SELECT, INSERT, DELETE ON segments_trash TO hf_glossa_app;
