-- The inbox view reads with its owner's rights, so it lists the patients of every clinic.
-- about: SubmissionInbox, Submission, Patient
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: SELECT "patient" FROM "SubmissionInbox";
-- shows: Road-secret patient
CREATE VIEW "SubmissionInbox" AS
SELECT s."clinicId", s."id", s."status", p."fullName" AS "patient", f."title" AS "form"
FROM "Submission" s
JOIN "Patient" p ON p."clinicId" = s."clinicId" AND p."id" = s."patientId"
JOIN "FormTemplate" f ON f."clinicId" = s."clinicId" AND f."id" = s."templateId";
GRANT SELECT ON "SubmissionInbox" TO hf_intakely_app;
