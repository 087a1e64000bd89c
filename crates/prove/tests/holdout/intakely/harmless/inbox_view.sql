-- Harmless: the inbox view has the caller's rights.
CREATE VIEW "SubmissionInbox" WITH (security_invoker = true) AS
SELECT s."clinicId", s."id", s."status", p."fullName" AS "patient", f."title" AS "form"
FROM "Submission" s
JOIN "Patient" p ON p."clinicId" = s."clinicId" AND p."id" = s."patientId"
JOIN "FormTemplate" f ON f."clinicId" = s."clinicId" AND f."id" = s."templateId";
GRANT SELECT ON "SubmissionInbox" TO hf_intakely_app;
