-- Organizations own projects, environments, flags, rules, segments and keys of their clients.
CREATE ROLE hf_flags_app LOGIN;
CREATE ROLE hf_flags_owner NOLOGIN;

CREATE TYPE "FlagKind" AS ENUM ('BOOLEAN', 'VARIANT');

CREATE TABLE "Organization" (
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "name" text NOT NULL,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Project" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "slug" text NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "Project_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "Project_orgId_slug_key" UNIQUE ("orgId", "slug"),
  CONSTRAINT "Project_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organization" ON DELETE CASCADE
);

CREATE TABLE "Environment" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "projectId" text NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "Environment_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "Environment_projectId_fkey" FOREIGN KEY ("orgId", "projectId") REFERENCES "Project"
    ON DELETE CASCADE
);

CREATE TABLE "Flag" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "projectId" text NOT NULL,
  "key" text NOT NULL,
  "kind" "FlagKind" NOT NULL DEFAULT 'BOOLEAN',
  "description" text,
  "tags" text[] NOT NULL DEFAULT '{}',
  "archived" boolean NOT NULL DEFAULT false,
  CONSTRAINT "Flag_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "Flag_key_key" UNIQUE ("orgId", "projectId", "key"),
  CONSTRAINT "Flag_projectId_fkey" FOREIGN KEY ("orgId", "projectId") REFERENCES "Project" ON DELETE CASCADE
);

CREATE TABLE "Segment" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "name" text NOT NULL,
  "emails" text[] NOT NULL DEFAULT '{}',
  CONSTRAINT "Segment_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "Segment_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organization" ON DELETE CASCADE
);

CREATE TABLE "Rule" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "flagId" text NOT NULL,
  "environmentId" text NOT NULL,
  "segmentId" text,
  "rollout" integer NOT NULL DEFAULT 100 CHECK ("rollout" BETWEEN 0 AND 100),
  "conditions" jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT "Rule_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "Rule_flagId_fkey" FOREIGN KEY ("orgId", "flagId") REFERENCES "Flag" ON DELETE CASCADE,
  CONSTRAINT "Rule_environmentId_fkey" FOREIGN KEY ("orgId", "environmentId") REFERENCES "Environment"
    ON DELETE CASCADE,
  CONSTRAINT "Rule_segmentId_fkey" FOREIGN KEY ("orgId", "segmentId") REFERENCES "Segment"
    ON DELETE SET NULL ("segmentId")
);

CREATE TABLE "ApiKey" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "environmentId" text NOT NULL,
  "hash" text NOT NULL,
  "label" text NOT NULL,
  CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "ApiKey_environmentId_fkey" FOREIGN KEY ("orgId", "environmentId") REFERENCES "Environment"
    ON DELETE CASCADE
);

CREATE TABLE "AuditEvent" (
  "orgId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "entity" text NOT NULL,
  "before" jsonb,
  "after" jsonb,
  "at" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("orgId", "id"),
  CONSTRAINT "AuditEvent_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organization" ON DELETE CASCADE
);

-- Every change of a flag is written down. The trigger has its writer's rights.
CREATE FUNCTION "auditFlag"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "AuditEvent" ("orgId", "entity", "before", "after")
  VALUES (NEW."orgId", 'Flag', to_jsonb(OLD), to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER "Flag_audit" AFTER UPDATE ON "Flag" FOR EACH ROW EXECUTE FUNCTION "auditFlag"();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Project', 'Environment', 'Flag', 'Segment', 'Rule', 'ApiKey', 'AuditEvent'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO hf_flags_owner', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_isolation ON %I
      USING ("orgId" = nullif(current_setting(''app.current_org_id'', true), ''''))
      WITH CHECK ("orgId" = nullif(current_setting(''app.current_org_id'', true), ''''))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_flags_app', t);
  END LOOP;
END
$$;
REVOKE UPDATE, DELETE ON "AuditEvent" FROM hf_flags_app;
ALTER TABLE "Organization" OWNER TO hf_flags_owner;
ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Organization" FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON "Organization"
  USING ("id" = nullif(current_setting('app.current_org_id', true), ''));
GRANT SELECT ON "Organization" TO hf_flags_app;
GRANT USAGE ON SCHEMA public TO hf_flags_owner;
