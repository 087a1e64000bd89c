-- The table that the new model brought has no row level security.
-- about: Attachment
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: SELECT "fileKey" FROM "Attachment";
-- shows: Road-secret/att.pdf
-- CreateTable
CREATE TABLE "Attachment" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "reviewId" text NOT NULL,
  "fileKey" text NOT NULL,
  CONSTRAINT "Attachment_pkey" PRIMARY KEY ("officeId", "id")
);
-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_reviewId_fkey" FOREIGN KEY ("officeId", "reviewId")
  REFERENCES "Review" ("officeId", "id") ON DELETE CASCADE;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Attachment" TO hf_blueprint_app;
