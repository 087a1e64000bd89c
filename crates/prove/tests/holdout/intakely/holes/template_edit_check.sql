-- The edit policy no longer checks the new row, so a clinic can push its form over into another clinic.
-- about: FormTemplate, FormTemplate_edit
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: INSERT INTO "Patient" ("clinicId", "fullName", "phone") VALUES ('cln_river', 'Probe', '300');
-- exploit: DELETE FROM "Submission";
-- exploit: UPDATE "FormTemplate" SET "clinicId" = 'cln_road';
-- shows: UPDATE 1
DROP POLICY "FormTemplate_edit" ON "FormTemplate";
CREATE POLICY "FormTemplate_edit" ON "FormTemplate" FOR UPDATE
  USING ("clinicId" = current_clinic()) WITH CHECK (true);
