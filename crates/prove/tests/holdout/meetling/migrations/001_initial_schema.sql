CREATE ROLE hf_meetling_app LOGIN;

CREATE TYPE "MeetingStatus" AS ENUM ('SCHEDULED', 'LIVE', 'ENDED');

-- CreateTable
CREATE TABLE "Organization" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Member" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "role" TEXT NOT NULL DEFAULT 'USER',
  CONSTRAINT "Member_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Member_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id")
);

CREATE TABLE "Room" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "passcode" TEXT,
  CONSTRAINT "Room_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Room_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id")
);
CREATE UNIQUE INDEX "Room_organizationId_slug_key" ON "Room" ("organizationId", "slug");

CREATE TABLE "Meeting" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "roomId" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "status" "MeetingStatus" NOT NULL DEFAULT 'SCHEDULED',
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Meeting_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Meeting_roomId_fkey" FOREIGN KEY ("organizationId", "roomId")
    REFERENCES "Room" ("organizationId", "id") ON DELETE CASCADE
);

CREATE TABLE "Participant" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "meetingId" TEXT NOT NULL,
  "displayName" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Participant_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Participant_meetingId_fkey" FOREIGN KEY ("organizationId", "meetingId")
    REFERENCES "Meeting" ("organizationId", "id") ON DELETE CASCADE
);

CREATE TABLE "Recording" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "meetingId" TEXT NOT NULL,
  "storageKey" TEXT NOT NULL,
  "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "Recording_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Recording_meetingId_fkey" FOREIGN KEY ("organizationId", "meetingId")
    REFERENCES "Meeting" ("organizationId", "id") ON DELETE CASCADE
);

CREATE TABLE "Transcript" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "meetingId" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "bodyWords" TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "body")) STORED,
  CONSTRAINT "Transcript_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Transcript_meetingId_fkey" FOREIGN KEY ("organizationId", "meetingId")
    REFERENCES "Meeting" ("organizationId", "id") ON DELETE CASCADE
);
CREATE INDEX "Transcript_bodyWords_idx" ON "Transcript" USING GIN ("bodyWords");

CREATE TABLE "ChatMessage" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "meetingId" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  CONSTRAINT "ChatMessage_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "ChatMessage_meetingId_fkey" FOREIGN KEY ("organizationId", "meetingId")
    REFERENCES "Meeting" ("organizationId", "id") ON DELETE CASCADE
);

CREATE TABLE "Webhook" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "secret" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "Webhook_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Webhook_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id")
);

-- Every table but the first is closed in the same way.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['Member', 'Room', 'Meeting', 'Participant', 'Recording', 'Transcript',
    'ChatMessage', 'Webhook'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant_isolation_policy ON %I
      USING ("organizationId" = current_setting('app.tenant_id', true)::text)$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_meetling_app', t);
  END LOOP;
END $$;
ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Organization" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON "Organization" FOR SELECT
  USING ("id" = current_setting('app.tenant_id', true)::text);
GRANT SELECT ON "Organization" TO hf_meetling_app;
