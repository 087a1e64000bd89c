-- The grant on all tables covers the parts of the audit table too, which have no policies of their own.
-- about: AuditEvent, AuditEvent_2024, AuditEvent_rest
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: SELECT "action" FROM "AuditEvent_2024";
-- shows: Road-secret action
CREATE TABLE "Locale" (
  "code" text PRIMARY KEY,
  "label" text NOT NULL
);
ALTER TABLE "Locale" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Locale_read" ON "Locale" FOR SELECT USING (true);
-- The reader of the new table, and of any that was forgotten.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO hf_intakely_app;
