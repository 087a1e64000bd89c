-- Workspaces, boards, ideas, votes, releases, comments, webhooks. The portal is for customers' eyes.
CREATE ROLE hf_roadmaps_app LOGIN;
CREATE ROLE hf_roadmaps_portal LOGIN;

CREATE TYPE "IdeaStatus" AS ENUM ('INBOX', 'PLANNED', 'SHIPPED');
CREATE DOMAIN "Slug" AS text CHECK (VALUE ~ '^[a-z0-9-]+$');

CREATE TABLE "Workspace" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "name" text NOT NULL,
  "slug" "Slug" NOT NULL UNIQUE,
  "ideaCount" integer NOT NULL DEFAULT 0
);

CREATE TABLE "User" (
  "workspaceId" uuid NOT NULL REFERENCES "Workspace" ON DELETE CASCADE,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "email" text NOT NULL,
  PRIMARY KEY ("workspaceId", "id"),
  UNIQUE ("workspaceId", "email")
);

CREATE TABLE "Board" (
  "workspaceId" uuid NOT NULL REFERENCES "Workspace" ON DELETE CASCADE,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "slug" "Slug" NOT NULL,
  "title" text NOT NULL,
  "isPublic" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("workspaceId", "id"),
  UNIQUE ("workspaceId", "slug")
);

CREATE TABLE "Release" (
  "workspaceId" uuid NOT NULL REFERENCES "Workspace" ON DELETE CASCADE,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "name" text NOT NULL,
  "dueOn" date,
  PRIMARY KEY ("workspaceId", "id")
);

CREATE TABLE "Idea" (
  "workspaceId" uuid NOT NULL,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "boardId" uuid NOT NULL,
  "releaseId" uuid,
  "title" text NOT NULL,
  "status" "IdeaStatus" NOT NULL DEFAULT 'INBOX',
  "revenue" numeric(12, 2),
  "deletedAt" timestamp(3),
  PRIMARY KEY ("workspaceId", "id"),
  FOREIGN KEY ("workspaceId", "boardId") REFERENCES "Board" ON DELETE CASCADE,
  FOREIGN KEY ("workspaceId", "releaseId") REFERENCES "Release" ON DELETE SET NULL ("releaseId")
);

CREATE TABLE "Vote" (
  "workspaceId" uuid NOT NULL,
  "ideaId" uuid NOT NULL,
  "voter" text NOT NULL,
  "weight" integer NOT NULL DEFAULT 1,
  PRIMARY KEY ("workspaceId", "ideaId", "voter"),
  FOREIGN KEY ("workspaceId", "ideaId") REFERENCES "Idea" ON DELETE CASCADE
);

CREATE TABLE "Comment" (
  "workspaceId" uuid NOT NULL,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "ideaId" uuid NOT NULL,
  "parentId" uuid,
  "body" text NOT NULL,
  PRIMARY KEY ("workspaceId", "id"),
  FOREIGN KEY ("workspaceId", "ideaId") REFERENCES "Idea" ON DELETE CASCADE,
  FOREIGN KEY ("workspaceId", "parentId") REFERENCES "Comment" ON DELETE CASCADE
);

CREATE TABLE "Outbox" (
  "workspaceId" uuid NOT NULL REFERENCES "Workspace" ON DELETE CASCADE,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "topic" text NOT NULL,
  "payload" jsonb NOT NULL,
  PRIMARY KEY ("workspaceId", "id")
);

CREATE FUNCTION "currentWorkspace"() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.workspace_id', true), '')::uuid
$$;

-- A definer, as the application may not write the counter of its workspace.
CREATE FUNCTION "countIdeas"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Workspace" SET "ideaCount" = "ideaCount" + 1 WHERE "id" = NEW."workspaceId";
  RETURN NULL;
END
$$;
CREATE TRIGGER "Idea_count" AFTER INSERT ON "Idea" FOR EACH ROW EXECUTE FUNCTION "countIdeas"();

ALTER TABLE "Workspace" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Workspace" FORCE ROW LEVEL SECURITY;
CREATE POLICY "workspaceIsolation" ON "Workspace" USING ("id" = "currentWorkspace"());
GRANT SELECT ON "Workspace" TO hf_roadmaps_app, hf_roadmaps_portal;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['User', 'Board', 'Release', 'Idea', 'Vote', 'Comment', 'Outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "workspaceIsolation" ON %I USING ("workspaceId" = "currentWorkspace"())
      WITH CHECK ("workspaceId" = "currentWorkspace"())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_roadmaps_app', t);
  END LOOP;
END
$$;
-- What customers see: no revenue, no people.
GRANT SELECT ON "Board", "Release" TO hf_roadmaps_portal;
GRANT SELECT ("workspaceId", "id", "boardId", "title", "status") ON "Idea" TO hf_roadmaps_portal;
GRANT SELECT, INSERT ON "Vote", "Comment" TO hf_roadmaps_portal;
