-- The update policy checks the new row only, so an update without a condition takes the feedback of all
-- hospitals.
-- about: Feedback, feedbackUpdate
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: UPDATE "Feedback"
-- exploit:   SET "hospitalId" = 'ckhospa0001';
-- exploit: SELECT "comment" FROM "Feedback";
-- shows: Road-secret complaint

-- One policy per verb, as in the other service.
DROP POLICY "tenantIsolation" ON "Feedback";
CREATE POLICY "feedbackSelect" ON "Feedback" FOR SELECT
  USING ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
CREATE POLICY "feedbackInsert" ON "Feedback" FOR INSERT
  WITH CHECK ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
CREATE POLICY "feedbackUpdate" ON "Feedback" FOR UPDATE
  USING (true)
  WITH CHECK ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
CREATE POLICY "feedbackDelete" ON "Feedback" FOR DELETE
  USING ("hospitalId" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
