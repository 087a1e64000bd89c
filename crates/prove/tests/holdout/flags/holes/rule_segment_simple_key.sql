-- The segment of a rule is checked by id alone, so a rule of A can name a segment of B if it exists.
-- about: Rule, Segment, Rule_segmentId_fkey, Segment_id_key
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: INSERT INTO "Rule" ("orgId", "flagId", "environmentId", "segmentId")
-- exploit: VALUES ('org_hill', 'f_hill', 'e_hill', 's_road');
-- shows: INSERT 0 1
-- Prisma cannot express a relation whose optional part is one column of two.
ALTER TABLE "Rule" DROP CONSTRAINT "Rule_segmentId_fkey";
CREATE UNIQUE INDEX "Segment_id_key" ON "Segment" ("id");
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment" ("id")
  ON DELETE SET NULL;
