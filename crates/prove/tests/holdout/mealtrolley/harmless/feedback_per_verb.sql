-- Harmless: one policy per verb, each with the hospital in the old and the new row.

DROP POLICY "tenantIsolation" ON "Feedback";
CREATE POLICY "feedbackSelect" ON "Feedback" FOR SELECT
  USING ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
CREATE POLICY "feedbackInsert" ON "Feedback" FOR INSERT
  WITH CHECK ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
-- Without a check of its own the condition counts for the new row, too.
CREATE POLICY "feedbackUpdate" ON "Feedback" FOR UPDATE
  USING ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
CREATE POLICY "feedbackDelete" ON "Feedback" FOR DELETE
  USING ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
