-- The many-to-many table has no organization column and no row security.
-- about: _FlagToSegment
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: SELECT "A", "B" FROM "_FlagToSegment";
-- shows: s_road
-- The relation between flags and segments, as the generator writes it.
CREATE TABLE "_FlagToSegment" ("A" text NOT NULL, "B" text NOT NULL);
CREATE UNIQUE INDEX "_FlagToSegment_AB_unique" ON "_FlagToSegment" ("A", "B");
CREATE INDEX "_FlagToSegment_B_index" ON "_FlagToSegment" ("B");
GRANT SELECT, INSERT, DELETE ON "_FlagToSegment" TO hf_flags_app;
CREATE FUNCTION "linkSegment"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."segmentId" IS NOT NULL THEN
    INSERT INTO "_FlagToSegment" VALUES (NEW."flagId", NEW."segmentId") ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Rule_link" AFTER INSERT OR UPDATE ON "Rule" FOR EACH ROW EXECUTE FUNCTION "linkSegment"();
