-- The tag table is filled by a definer's trigger for all organizations together and everybody reads it.
-- about: TagUse, countTags, Flag_tags
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: SELECT "tag" FROM "TagUse";
-- shows: Road-secret-tag
-- Suggestions for tags.
CREATE TABLE "TagUse" ("tag" text PRIMARY KEY, "uses" integer NOT NULL);
CREATE FUNCTION "countTags"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "TagUse" AS u SELECT t, 1 FROM unnest(NEW."tags") t
  ON CONFLICT ("tag") DO UPDATE SET "uses" = u."uses" + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Flag_tags" AFTER INSERT ON "Flag" FOR EACH ROW EXECUTE FUNCTION "countTags"();
GRANT SELECT ON "TagUse" TO hf_flags_app;
