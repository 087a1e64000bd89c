-- Patients come without a clinic, so all links that are still good may be read, tokens and all.
-- about: SharedLink, SharedLink_open
-- as: hf_intakely_app
-- exploit: SELECT "token", "submissionId" FROM "SharedLink";
-- shows: Road-secret-token
CREATE POLICY "SharedLink_open" ON "SharedLink" FOR SELECT
  USING ("token" IS NOT NULL AND "revokedAt" IS NULL);
