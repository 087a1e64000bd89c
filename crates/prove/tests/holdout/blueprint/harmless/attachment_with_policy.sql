-- harmless: the table of the new model comes with row level security and the policy of the office.
CREATE TABLE "Attachment" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "reviewId" text NOT NULL,
  "fileKey" text NOT NULL,
  CONSTRAINT "Attachment_pkey" PRIMARY KEY ("officeId", "id")
);
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_reviewId_fkey" FOREIGN KEY ("officeId", "reviewId")
  REFERENCES "Review" ("officeId", "id") ON DELETE CASCADE;
ALTER TABLE "Attachment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Attachment" FORCE ROW LEVEL SECURITY;
CREATE POLICY office ON "Attachment" USING ("officeId" = current_office())
  WITH CHECK ("officeId" = current_office());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Attachment" TO hf_blueprint_app;
