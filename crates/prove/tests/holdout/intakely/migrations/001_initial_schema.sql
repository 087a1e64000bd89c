-- Clinic intake forms. The object mapper quotes its names.
CREATE ROLE hf_intakely_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE "Clinic" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL
);
CREATE TABLE "Staff" (
  "clinicId" text NOT NULL REFERENCES "Clinic" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "email" text NOT NULL,
  "fullName" text NOT NULL,
  PRIMARY KEY ("clinicId", "id"),
  UNIQUE ("clinicId", "email")
);
CREATE TABLE "Patient" (
  "clinicId" text NOT NULL REFERENCES "Clinic" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "fullName" text NOT NULL,
  "phone" text NOT NULL,
  "bornOn" date,
  PRIMARY KEY ("clinicId", "id")
);
CREATE TABLE "FormTemplate" (
  "clinicId" text NOT NULL REFERENCES "Clinic" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "title" text NOT NULL,
  "fields" jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY ("clinicId", "id")
);
CREATE TABLE "Submission" (
  "clinicId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "templateId" text NOT NULL,
  "patientId" text NOT NULL,
  "status" text NOT NULL DEFAULT 'OPEN',
  PRIMARY KEY ("clinicId", "id"),
  FOREIGN KEY ("clinicId", "templateId") REFERENCES "FormTemplate" ("clinicId", "id"),
  FOREIGN KEY ("clinicId", "patientId") REFERENCES "Patient" ("clinicId", "id") ON DELETE CASCADE
);
CREATE TABLE "Answer" (
  "clinicId" text NOT NULL,
  "submissionId" text NOT NULL,
  "field" text NOT NULL,
  "value" text NOT NULL,
  PRIMARY KEY ("clinicId", "submissionId", "field"),
  FOREIGN KEY ("clinicId", "submissionId") REFERENCES "Submission" ("clinicId", "id") ON DELETE CASCADE
);
-- Links that a clinic sends to its patients.
CREATE TABLE "SharedLink" (
  "clinicId" text NOT NULL,
  "token" text NOT NULL DEFAULT gen_random_uuid()::text,
  "submissionId" text NOT NULL,
  "revokedAt" timestamptz,
  PRIMARY KEY ("clinicId", "token"),
  FOREIGN KEY ("clinicId", "submissionId") REFERENCES "Submission" ("clinicId", "id") ON DELETE CASCADE
);
CREATE TABLE "AuditEvent" (
  "clinicId" text NOT NULL REFERENCES "Clinic" ("id"),
  "at" timestamptz NOT NULL DEFAULT now(),
  "action" text NOT NULL
) PARTITION BY RANGE ("at");
-- The parts are reached through the whole only.
CREATE TABLE "AuditEvent_2024" PARTITION OF "AuditEvent" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE "AuditEvent_rest" PARTITION OF "AuditEvent" DEFAULT;

CREATE FUNCTION current_clinic() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.clinic_id', true), '') $$;
GRANT EXECUTE ON FUNCTION current_clinic() TO hf_intakely_app;

ALTER TABLE "Clinic" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Clinic_self" ON "Clinic" USING ("id" = current_clinic());
ALTER TABLE "Staff" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Staff_clinic" ON "Staff" USING ("clinicId" = current_clinic());
ALTER TABLE "Patient" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Patient_clinic" ON "Patient" USING ("clinicId" = current_clinic());
ALTER TABLE "FormTemplate" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "FormTemplate_read" ON "FormTemplate" FOR SELECT USING ("clinicId" = current_clinic());
CREATE POLICY "FormTemplate_add" ON "FormTemplate" FOR INSERT WITH CHECK ("clinicId" = current_clinic());
CREATE POLICY "FormTemplate_edit" ON "FormTemplate" FOR UPDATE
  USING ("clinicId" = current_clinic()) WITH CHECK ("clinicId" = current_clinic());
ALTER TABLE "Submission" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Submission_clinic" ON "Submission" USING ("clinicId" = current_clinic());
ALTER TABLE "Answer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Answer_clinic" ON "Answer" USING ("clinicId" = current_clinic());
ALTER TABLE "SharedLink" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "SharedLink_clinic" ON "SharedLink" USING ("clinicId" = current_clinic());
ALTER TABLE "AuditEvent" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "AuditEvent_clinic" ON "AuditEvent" USING ("clinicId" = current_clinic());

GRANT SELECT ON "Clinic" TO hf_intakely_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Staff", "Patient", "FormTemplate", "Submission", "Answer",
  "SharedLink" TO hf_intakely_app;
GRANT SELECT, INSERT ON "AuditEvent" TO hf_intakely_app;
