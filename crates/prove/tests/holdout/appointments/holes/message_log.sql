-- The log of messages has row level security, but its only policy is true for everybody.
-- about: MessageLog, MessageLog_all, log_message
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: SELECT "body" FROM "MessageLog";
-- shows: Road-secret reminder
CREATE TABLE "MessageLog" (
  "id" TEXT PRIMARY KEY DEFAULT gen_random_uuid()::text,
  "businessId" TEXT NOT NULL REFERENCES "Business" ("id") ON DELETE CASCADE,
  "body" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
ALTER TABLE "MessageLog" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MessageLog" FORCE ROW LEVEL SECURITY;
CREATE POLICY "MessageLog_all" ON "MessageLog" USING (true) WITH CHECK ("businessId" = current_business());
CREATE FUNCTION log_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MessageLog" ("businessId", "body") VALUES (NEW."businessId", NEW."text");
  RETURN NULL;
END $$;
CREATE TRIGGER log_message AFTER INSERT ON "Reminder" FOR EACH ROW EXECUTE FUNCTION log_message();
GRANT SELECT, INSERT ON "MessageLog" TO hf_appointments_app;
