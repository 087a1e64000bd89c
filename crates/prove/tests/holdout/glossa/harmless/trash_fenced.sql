-- A trash with row security, forced, and the same policy as the table of segments.
CREATE TABLE segments_trash (LIKE segments INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
ALTER TABLE segments_trash ENABLE ROW LEVEL SECURITY;
ALTER TABLE segments_trash FORCE ROW LEVEL SECURITY;
CREATE POLICY org_rows ON segments_trash USING (org::text = current_org());
CREATE FUNCTION to_trash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO segments_trash VALUES (OLD.*);
  RETURN OLD;
END $$;
REVOKE EXECUTE ON FUNCTION to_trash() FROM PUBLIC;
CREATE TRIGGER segments_to_trash BEFORE DELETE ON segments FOR EACH ROW EXECUTE FUNCTION to_trash();
GRANT SELECT, INSERT, DELETE ON segments_trash TO hf_glossa_app;
