-- A table made anew by the mapper (drop, rename) has the old policy no more and no row level security.
-- about: Review
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: SELECT "comment" FROM "Review";
-- shows: Road-secret review
-- RedefineTables
CREATE TABLE "new_Review" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "drawingId" text NOT NULL,
  "comment" text NOT NULL,
  "resolved" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("officeId", "id"),
  FOREIGN KEY ("officeId", "drawingId") REFERENCES "Drawing" ("officeId", "id") ON DELETE CASCADE
);
INSERT INTO "new_Review" ("officeId", "id", "drawingId", "comment")
  SELECT "officeId", "id", "drawingId", "comment" FROM "Review";
DROP TABLE "Review";
ALTER TABLE "new_Review" RENAME TO "Review";
GRANT SELECT, INSERT, UPDATE, DELETE ON "Review" TO hf_blueprint_app;
