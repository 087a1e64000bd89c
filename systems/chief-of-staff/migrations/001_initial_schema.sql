-- The schema of the AI chief of staff: 7 schemas, 30 tables, 12 enum types, 101 indexes, 3 views.
-- Row security and the grants of the application roles are in 002. Until then nobody but the owner gets in.

-- ---- Before anything is made: what this server must have ----

DO $do$
BEGIN
  IF current_setting('server_version_num')::integer < 150000 THEN
    RAISE EXCEPTION 'PostgreSQL % is too old: the views need security_invoker, which came with 15',
      current_setting('server_version');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
    RAISE EXCEPTION 'the extension vector (pgvector) is not installed on this server'
      USING HINT = 'Install pgvector, for example the package postgresql-15-pgvector, then migrate again.';
  END IF;
END
$do$;

-- What is made here is marked in its comment, so that the way down takes no extension that was here before.
DO $do$
DECLARE
  extension text;
BEGIN
  FOREACH extension IN ARRAY ARRAY['uuid-ossp', 'pgcrypto', 'vector', 'pg_stat_statements'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = extension);
    BEGIN
      EXECUTE format('CREATE EXTENSION %I WITH SCHEMA public', extension);
      EXECUTE format('COMMENT ON EXTENSION %I IS %L', extension, (
        SELECT comment || '; created by chief-of-staff' FROM pg_available_extensions WHERE name = extension));
    EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
      -- Statistics of slow queries are welcome, not needed. The other three are needed.
      IF extension <> 'pg_stat_statements' THEN
        RAISE EXCEPTION 'the extension % cannot be created by %: %', extension, current_user, SQLERRM
          USING ERRCODE = SQLSTATE, HINT = format('Let a superuser run CREATE EXTENSION %I here.', extension);
      END IF;
      RAISE NOTICE 'no pg_stat_statements in this database: %', SQLERRM;
    END;
  END LOOP;
  IF to_regtype('vector') IS NULL THEN
    RAISE EXCEPTION 'the type vector is not on the search_path (%)', current_setting('search_path')
      USING HINT = 'Add the schema of the extension vector to the search_path of this role or database.';
  END IF;
END
$do$;

-- ---- Roles ----

-- Roles belong to the cluster and may be in use by other databases. Those made here are marked too.
-- On a hosted platform the last three are there already and stay as they are.
DO $do$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['cos_owner', 'anon', 'authenticated', 'service_role'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = role_name);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      EXECUTE format('COMMENT ON ROLE %I IS %L', role_name, 'created by chief-of-staff');
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;  -- Made at this moment for another database.
    END;
  END LOOP;
END
$do$;

-- Whoever hands objects to cos_owner must be a member of it. A superuser is one without being named.
DO $do$
BEGIN
  FOR attempt IN 1..10 LOOP
    EXIT WHEN pg_has_role('cos_owner', 'MEMBER');
    BEGIN
      EXECUTE format('GRANT cos_owner TO %I', current_user);
    EXCEPTION WHEN internal_error OR unique_violation THEN
      IF attempt = 10 THEN
        RAISE;
      END IF;
      PERFORM pg_sleep(0.05 * attempt);  -- Granted at this moment for another database.
    END;
  END LOOP;
END
$do$;

-- ---- Platform shim ----

-- A hosted platform brings schema auth with users and uid(). Elsewhere this is the part of it that is used
-- here. Where the schema exists, ours or the platform's, nothing is touched.
DO $do$
BEGIN
  IF to_regnamespace('auth') IS NOT NULL THEN
    RETURN;
  END IF;
  CREATE SCHEMA auth AUTHORIZATION cos_owner;
  COMMENT ON SCHEMA auth IS 'platform shim, created by chief-of-staff';

  CREATE TABLE auth.users (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email      text UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
  );

  -- A claim that is no uuid, and claims that are no JSON object, count as no user. Plain SQL without an
  -- exception block, because that would forbid parallel plans wherever row security asks for the user.
  CREATE FUNCTION auth.uid() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $func$
    SELECT CASE
      WHEN c.sub ~ '^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$' THEN c.sub::uuid
    END
    FROM (
      SELECT coalesce(
        nullif(current_setting('request.jwt.claim.sub', true), ''),
        CASE
          WHEN current_setting('request.jwt.claims', true) ~ '^\s*\{.*\}\s*$'
          THEN current_setting('request.jwt.claims', true)::jsonb ->> 'sub'
        END)
    ) AS c (sub)
  $func$;

  ALTER TABLE auth.users OWNER TO cos_owner;
  ALTER FUNCTION auth.uid() OWNER TO cos_owner;
  REVOKE ALL ON FUNCTION auth.uid() FROM PUBLIC;
  GRANT USAGE ON SCHEMA auth TO authenticated, service_role;
  GRANT EXECUTE ON FUNCTION auth.uid() TO authenticated, service_role;
END
$do$;

-- The guards run as cos_owner and ask for the acting user.
DO $do$
BEGIN
  IF NOT has_schema_privilege('cos_owner', 'auth', 'USAGE') THEN
    GRANT USAGE ON SCHEMA auth TO cos_owner;
  END IF;
  IF NOT has_function_privilege('cos_owner', 'auth.uid()', 'EXECUTE') THEN
    GRANT EXECUTE ON FUNCTION auth.uid() TO cos_owner;
  END IF;
END
$do$;

-- ---- Schemas and types ----

CREATE SCHEMA IF NOT EXISTS core;
CREATE SCHEMA IF NOT EXISTS ops;
CREATE SCHEMA IF NOT EXISTS comms;
CREATE SCHEMA IF NOT EXISTS meetings;
CREATE SCHEMA IF NOT EXISTS media;
CREATE SCHEMA IF NOT EXISTS work;
CREATE SCHEMA IF NOT EXISTS intel;

DO $do$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('core.role_type', 'owner admin member viewer service'),
      ('core.integration_status', 'connected error revoked pending'),
      ('core.connection_type', 'mcp api'),
      ('core.platform_enum', 'gmail outlook slack discord zoom loom fireflies otter monday notion granola '
        'zerodb zerovoice'),
      ('core.priority_enum', 'urgent high normal low'),
      ('comms.source_enum', 'email slack discord system'),
      ('work.task_status_enum', 'todo in_progress blocked done canceled'),
      ('work.sync_status_enum', 'synced pending error'),
      ('intel.insight_type_enum', 'kpi decision_hint recommendation risk anomaly'),
      ('intel.insight_status_enum', 'active dismissed acted_on'),
      ('intel.briefing_kind_enum', 'morning evening weekly custom'),
      ('ops.actor_type_enum', 'agent user system integration')
    ) AS t (type_name, labels)
  LOOP
    CONTINUE WHEN to_regtype(wanted.type_name) IS NOT NULL;
    EXECUTE format('CREATE TYPE %s AS ENUM (%s)', wanted.type_name, (
      SELECT string_agg(quote_literal(label), ', ' ORDER BY position)
      FROM unnest(string_to_array(wanted.labels, ' ')) WITH ORDINALITY AS l (label, position)));
  END LOOP;
END
$do$;

-- ---- Tables ----
-- Every table carries workspace_id, children too, so that row security asks no parent. A reference within a
-- workspace names the workspace as well: (workspace_id, id) is a key of each referenced table, and a row
-- cannot point into another tenant's data.

-- core: workspaces, who is in them, and what they are connected with.

-- created_by may enter the workspace until it has its first member (bootstrapped_at). Without this nobody
-- could create a workspace and become its owner under row security.
CREATE TABLE IF NOT EXISTS core.workspaces (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name            text NOT NULL CHECK (name ~ '\S'),
  settings        jsonb NOT NULL DEFAULT '{}',
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  created_by      uuid DEFAULT auth.uid(),
  bootstrapped_at timestamptz
);
CREATE INDEX IF NOT EXISTS idx_workspaces_created_at ON core.workspaces (created_at DESC);

CREATE TABLE IF NOT EXISTS core.members (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  user_id      uuid NOT NULL,
  role         core.role_type NOT NULL DEFAULT 'member',
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT members_unique_user_workspace UNIQUE (workspace_id, user_id),
  UNIQUE (workspace_id, id)
);
CREATE INDEX IF NOT EXISTS idx_members_workspace_id ON core.members (workspace_id);
CREATE INDEX IF NOT EXISTS idx_members_user_id ON core.members (user_id);
CREATE INDEX IF NOT EXISTS idx_members_role ON core.members (workspace_id, role);

CREATE TABLE IF NOT EXISTS core.founders (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  user_id      uuid NOT NULL,
  display_name text,
  email        text CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'),
  timezone     text DEFAULT 'UTC',
  preferences  jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT founders_unique_workspace_user UNIQUE (workspace_id, user_id),
  UNIQUE (workspace_id, id)
);
CREATE INDEX IF NOT EXISTS idx_founders_workspace_id ON core.founders (workspace_id);
CREATE INDEX IF NOT EXISTS idx_founders_user_id ON core.founders (user_id);
CREATE INDEX IF NOT EXISTS idx_founders_email ON core.founders (email) WHERE email IS NOT NULL;

CREATE TABLE IF NOT EXISTS core.integrations (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id    uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id      uuid,
  platform        core.platform_enum NOT NULL,
  connection_type core.connection_type NOT NULL DEFAULT 'mcp',
  status          core.integration_status NOT NULL DEFAULT 'pending',
  credentials_enc bytea,
  metadata        jsonb NOT NULL DEFAULT '{}',
  connected_at    timestamptz,
  last_sync_at    timestamptz,
  error_message   text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  -- Without a founder it is the workspace's own, and of these too there is one per platform.
  CONSTRAINT integrations_unique_platform UNIQUE NULLS NOT DISTINCT (workspace_id, founder_id, platform),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id)
    REFERENCES core.founders (workspace_id, id) ON DELETE SET NULL (founder_id)
);
CREATE INDEX IF NOT EXISTS idx_integrations_workspace_id ON core.integrations (workspace_id);
CREATE INDEX IF NOT EXISTS idx_integrations_workspace_platform ON core.integrations (workspace_id, platform);
CREATE INDEX IF NOT EXISTS idx_integrations_status ON core.integrations (status)
  WHERE status <> 'connected';
CREATE INDEX IF NOT EXISTS idx_integrations_last_sync ON core.integrations (last_sync_at DESC)
  WHERE status = 'connected';

CREATE TABLE IF NOT EXISTS core.contacts (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id   uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id     uuid NOT NULL,
  name           text NOT NULL CHECK (name ~ '\S'),
  type           text CHECK (type IN ('investor', 'advisor', 'team', 'partner', 'customer')),
  company        text,
  title          text,
  email          text,
  phone          text,
  context        jsonb NOT NULL DEFAULT '{}',
  tags           text[] DEFAULT '{}',
  embedding      vector(1536),
  last_contacted timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_contacts_workspace_founder ON core.contacts (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_contacts_type ON core.contacts (workspace_id, type) WHERE type IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_contacts_email ON core.contacts (email) WHERE email IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_contacts_last_contacted
  ON core.contacts (workspace_id, founder_id, last_contacted DESC NULLS LAST);
CREATE INDEX IF NOT EXISTS idx_contacts_tags ON core.contacts USING gin (tags);
-- The vector indexes are there from the start, on empty tables. Their centres are poor until they are rebuilt
-- after the data is loaded; search_similar_embeddings makes up for it by reading more lists.
CREATE INDEX IF NOT EXISTS idx_contacts_embedding ON core.contacts
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = 100) WHERE embedding IS NOT NULL;

CREATE TABLE IF NOT EXISTS core.service_accounts (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  member_id    uuid,
  name         text NOT NULL,
  key_hash     text NOT NULL UNIQUE CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  scopes       text[] NOT NULL DEFAULT '{}',
  is_active    boolean NOT NULL DEFAULT true,
  last_used_at timestamptz,
  expires_at   timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, name),
  FOREIGN KEY (workspace_id, member_id) REFERENCES core.members (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_service_accounts_workspace ON core.service_accounts (workspace_id);
CREATE INDEX IF NOT EXISTS idx_service_accounts_expiry ON core.service_accounts (expires_at) WHERE is_active;

CREATE TABLE IF NOT EXISTS core.integration_syncs (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id   uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  integration_id uuid NOT NULL,
  started_at     timestamptz NOT NULL DEFAULT now(),
  finished_at    timestamptz,
  status         text NOT NULL DEFAULT 'running'
    CHECK (status IN ('running', 'succeeded', 'failed', 'skipped')),
  cursor         text,
  items_seen     integer NOT NULL DEFAULT 0,
  items_written  integer NOT NULL DEFAULT 0,
  error_message  text,
  metadata       jsonb NOT NULL DEFAULT '{}',
  FOREIGN KEY (workspace_id, integration_id)
    REFERENCES core.integrations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_integration_syncs_integration
  ON core.integration_syncs (integration_id, started_at DESC);
CREATE INDEX IF NOT EXISTS idx_integration_syncs_status ON core.integration_syncs (workspace_id, status);
CREATE INDEX IF NOT EXISTS idx_integration_syncs_failed ON core.integration_syncs (started_at)
  WHERE status = 'failed';

-- comms: threads, their messages and what is attached to them.

CREATE TABLE IF NOT EXISTS comms.threads (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  platform     core.platform_enum NOT NULL,
  external_id  text,
  subject      text,
  participants text[] DEFAULT '{}',
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT threads_unique_platform_external UNIQUE (workspace_id, platform, external_id),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_threads_workspace_founder ON comms.threads (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_threads_platform ON comms.threads (workspace_id, platform);
CREATE INDEX IF NOT EXISTS idx_threads_updated_at ON comms.threads (updated_at DESC);

CREATE TABLE IF NOT EXISTS comms.communications (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id    uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id      uuid NOT NULL,
  thread_id       uuid,
  platform        core.platform_enum NOT NULL,
  source          comms.source_enum NOT NULL,
  external_id     text,
  sender          text,
  sender_email    text,
  recipients      text[] DEFAULT '{}',
  subject         text,
  content         text,
  snippet         text,
  sentiment       jsonb,
  urgency         core.priority_enum,
  followup_needed boolean NOT NULL DEFAULT false,
  received_at     timestamptz,
  read_at         timestamptz,
  embedding       vector(1536),
  raw             jsonb,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT communications_unique_platform_external UNIQUE (workspace_id, platform, external_id),
  UNIQUE (workspace_id, id),
  -- {score, label, confidence}. A CASE, because the cast must not be tried on what is no number.
  CONSTRAINT communications_sentiment_score CHECK (
    CASE
      WHEN jsonb_typeof(sentiment -> 'score') = 'number'
      THEN (sentiment ->> 'score')::numeric BETWEEN -1 AND 1
      ELSE sentiment -> 'score' IS NULL
    END),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, thread_id)
    REFERENCES comms.threads (workspace_id, id) ON DELETE SET NULL (thread_id)
);
CREATE INDEX IF NOT EXISTS idx_comms_workspace_founder ON comms.communications (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_comms_platform_received
  ON comms.communications (workspace_id, platform, received_at DESC);
CREATE INDEX IF NOT EXISTS idx_comms_thread_id ON comms.communications (thread_id)
  WHERE thread_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_comms_followup
  ON comms.communications (workspace_id, founder_id, followup_needed) WHERE followup_needed;
CREATE INDEX IF NOT EXISTS idx_comms_unread
  ON comms.communications (workspace_id, founder_id, received_at DESC) WHERE read_at IS NULL;
CREATE INDEX IF NOT EXISTS idx_comms_urgency ON comms.communications (workspace_id, urgency)
  WHERE urgency IN ('urgent', 'high');
CREATE INDEX IF NOT EXISTS idx_comms_embedding ON comms.communications
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = 100) WHERE embedding IS NOT NULL;

CREATE TABLE IF NOT EXISTS comms.attachments (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id     uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  communication_id uuid NOT NULL,
  filename         text NOT NULL,
  mime_type        text,
  size_bytes       bigint CHECK (size_bytes >= 0),
  storage_uri      text NOT NULL,
  sha256           text,
  metadata         jsonb NOT NULL DEFAULT '{}',
  created_at       timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (workspace_id, communication_id)
    REFERENCES comms.communications (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_attachments_communication ON comms.attachments (communication_id);
CREATE INDEX IF NOT EXISTS idx_attachments_recent ON comms.attachments (workspace_id, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_attachments_sha256 ON comms.attachments (sha256) WHERE sha256 IS NOT NULL;

-- meetings: the meeting, who took part, what was said. Action items also point to tasks, see below.

CREATE TABLE IF NOT EXISTS meetings.meetings (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id  uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id    uuid NOT NULL,
  platform      core.platform_enum NOT NULL,
  external_id   text,
  title         text,
  description   text,
  agenda        text,
  start_time    timestamptz,
  end_time      timestamptz,
  duration_mins integer GENERATED ALWAYS AS (floor(extract(epoch FROM end_time - start_time) / 60)::integer)
    STORED,
  location_url  text,
  summary       text,
  action_items  jsonb NOT NULL DEFAULT '[]',
  metadata      jsonb NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meetings_unique_platform_external UNIQUE (workspace_id, platform, external_id),
  CONSTRAINT meetings_valid_times CHECK (start_time <= end_time),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_meetings_workspace_founder ON meetings.meetings (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_meetings_start_time
  ON meetings.meetings (workspace_id, founder_id, start_time DESC);
CREATE INDEX IF NOT EXISTS idx_meetings_platform ON meetings.meetings (workspace_id, platform);
-- Not "in the future": the time of day is not immutable, an index cannot have it in its predicate.
CREATE INDEX IF NOT EXISTS idx_meetings_upcoming ON meetings.meetings (start_time)
  WHERE start_time IS NOT NULL;

CREATE TABLE IF NOT EXISTS meetings.meeting_participants (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  meeting_id   uuid NOT NULL,
  contact_id   uuid,
  name         text,
  email        text,
  role         text CHECK (role IN ('host', 'guest', 'speaker', 'attendee')),
  joined_at    timestamptz,
  left_at      timestamptz,
  metadata     jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT participants_valid_times CHECK (joined_at <= left_at),
  FOREIGN KEY (workspace_id, meeting_id) REFERENCES meetings.meetings (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id)
    REFERENCES core.contacts (workspace_id, id) ON DELETE SET NULL (contact_id)
);
CREATE INDEX IF NOT EXISTS idx_participants_meeting_id ON meetings.meeting_participants (meeting_id);
CREATE INDEX IF NOT EXISTS idx_participants_contact_id ON meetings.meeting_participants (contact_id)
  WHERE contact_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS meetings.transcripts (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  meeting_id   uuid,
  provider     core.platform_enum NOT NULL,
  external_id  text,
  title        text,
  url          text,
  language     text DEFAULT 'en',
  summary      jsonb NOT NULL DEFAULT '{}',
  action_items jsonb NOT NULL DEFAULT '[]',
  topics       text[] DEFAULT '{}',
  recorded_at  timestamptz,
  processed_at timestamptz,
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT transcripts_unique_provider_external UNIQUE (workspace_id, provider, external_id),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, meeting_id) REFERENCES meetings.meetings (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_transcripts_workspace_founder
  ON meetings.transcripts (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_transcripts_meeting_id ON meetings.transcripts (meeting_id)
  WHERE meeting_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_transcripts_provider ON meetings.transcripts (workspace_id, provider);
CREATE INDEX IF NOT EXISTS idx_transcripts_recorded
  ON meetings.transcripts (workspace_id, founder_id, recorded_at DESC);
CREATE INDEX IF NOT EXISTS idx_transcripts_topics ON meetings.transcripts USING gin (topics);

CREATE TABLE IF NOT EXISTS meetings.transcript_chunks (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id  uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  transcript_id uuid NOT NULL,
  chunk_index   integer NOT NULL,
  start_sec     integer,
  end_sec       integer,
  speaker       text,
  speaker_email text,
  text          text NOT NULL,
  embedding     vector(1536),
  metadata      jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT chunks_unique_transcript_index UNIQUE (transcript_id, chunk_index),
  CONSTRAINT chunks_valid_times CHECK (start_sec <= end_sec),
  FOREIGN KEY (workspace_id, transcript_id)
    REFERENCES meetings.transcripts (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_chunks_transcript_id ON meetings.transcript_chunks (transcript_id);
CREATE INDEX IF NOT EXISTS idx_chunks_speaker ON meetings.transcript_chunks (transcript_id, speaker);
CREATE INDEX IF NOT EXISTS idx_chunks_embedding ON meetings.transcript_chunks
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = 200) WHERE embedding IS NOT NULL;

-- media: recordings that are no meetings.

CREATE TABLE IF NOT EXISTS media.media_assets (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id  uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id    uuid NOT NULL,
  platform      core.platform_enum NOT NULL,
  external_id   text,
  title         text,
  description   text,
  url           text,
  thumbnail_url text,
  duration_secs integer,
  recorded_at   timestamptz,
  metadata      jsonb NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT media_unique_platform_external UNIQUE (workspace_id, platform, external_id),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_media_workspace_founder ON media.media_assets (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_media_platform ON media.media_assets (workspace_id, platform);
CREATE INDEX IF NOT EXISTS idx_media_recorded
  ON media.media_assets (workspace_id, founder_id, recorded_at DESC);

CREATE TABLE IF NOT EXISTS media.media_transcripts (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  media_id     uuid NOT NULL,
  provider     core.platform_enum NOT NULL,
  language     text DEFAULT 'en',
  summary      jsonb NOT NULL DEFAULT '{}',
  action_items jsonb NOT NULL DEFAULT '[]',
  topics       text[] DEFAULT '{}',
  processed_at timestamptz,
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, media_id) REFERENCES media.media_assets (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_media_transcripts_media_id ON media.media_transcripts (media_id);
CREATE INDEX IF NOT EXISTS idx_media_transcripts_provider ON media.media_transcripts (provider);
CREATE INDEX IF NOT EXISTS idx_media_transcripts_topics ON media.media_transcripts USING gin (topics);

CREATE TABLE IF NOT EXISTS media.media_chunks (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id        uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  media_transcript_id uuid NOT NULL,
  chunk_index         integer NOT NULL,
  start_sec           integer,
  end_sec             integer,
  speaker             text,
  text                text NOT NULL,
  embedding           vector(1536),
  metadata            jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT media_chunks_unique_transcript_index UNIQUE (media_transcript_id, chunk_index),
  CONSTRAINT media_chunks_valid_times CHECK (start_sec <= end_sec),
  FOREIGN KEY (workspace_id, media_transcript_id)
    REFERENCES media.media_transcripts (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_media_chunks_transcript_id ON media.media_chunks (media_transcript_id);
CREATE INDEX IF NOT EXISTS idx_media_chunks_embedding ON media.media_chunks
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = 200) WHERE embedding IS NOT NULL;

-- work: projects, tasks and their counterparts on other platforms.

CREATE TABLE IF NOT EXISTS work.projects (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  name         text NOT NULL,
  description  text,
  status       text NOT NULL DEFAULT 'active'
    CHECK (status IN ('planned', 'active', 'paused', 'done', 'archived')),
  starts_on    date,
  ends_on      date,
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT projects_valid_dates CHECK (starts_on <= ends_on),
  UNIQUE (workspace_id, name),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_projects_workspace_founder ON work.projects (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_projects_status ON work.projects (workspace_id, status);
CREATE INDEX IF NOT EXISTS idx_projects_ending ON work.projects (ends_on) WHERE status = 'active';

CREATE TABLE IF NOT EXISTS work.tasks (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  title        text NOT NULL CHECK (title ~ '\S'),
  description  text,
  platform     core.platform_enum,
  priority     core.priority_enum DEFAULT 'normal',
  status       work.task_status_enum NOT NULL DEFAULT 'todo',
  due_date     timestamptz,
  completed_at timestamptz,
  source_ref   jsonb,
  assignee     text,
  tags         text[] DEFAULT '{}',
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  project_id   uuid,
  CONSTRAINT tasks_completed_status CHECK ((status = 'done') = (completed_at IS NOT NULL)),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, project_id)
    REFERENCES work.projects (workspace_id, id) ON DELETE SET NULL (project_id)
);
CREATE INDEX IF NOT EXISTS idx_tasks_workspace_founder ON work.tasks (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_tasks_status ON work.tasks (workspace_id, founder_id, status);
CREATE INDEX IF NOT EXISTS idx_tasks_priority ON work.tasks (workspace_id, priority)
  WHERE status NOT IN ('done', 'canceled');
CREATE INDEX IF NOT EXISTS idx_tasks_due_date ON work.tasks (workspace_id, founder_id, due_date)
  WHERE due_date IS NOT NULL AND status NOT IN ('done', 'canceled');
CREATE INDEX IF NOT EXISTS idx_tasks_platform ON work.tasks (workspace_id, platform)
  WHERE platform IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_tasks_tags ON work.tasks USING gin (tags);
CREATE INDEX IF NOT EXISTS idx_tasks_project ON work.tasks (project_id) WHERE project_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS work.task_links (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  task_id      uuid NOT NULL,
  platform     core.platform_enum NOT NULL,
  external_id  text NOT NULL,
  url          text,
  sync_status  work.sync_status_enum DEFAULT 'synced',
  last_synced  timestamptz,
  metadata     jsonb NOT NULL DEFAULT '{}',
  -- Per workspace: two tenants may follow the same item of a platform.
  CONSTRAINT task_links_unique_platform_external UNIQUE (workspace_id, platform, external_id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES work.tasks (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_task_links_task_id ON work.task_links (task_id);
CREATE INDEX IF NOT EXISTS idx_task_links_platform ON work.task_links (platform, external_id);
CREATE INDEX IF NOT EXISTS idx_task_links_sync_status ON work.task_links (sync_status)
  WHERE sync_status <> 'synced';

CREATE TABLE IF NOT EXISTS meetings.action_items (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id  uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id    uuid NOT NULL,
  meeting_id    uuid,
  transcript_id uuid,
  description   text NOT NULL,
  assignee      text,
  due_date      timestamptz,
  priority      core.priority_enum NOT NULL DEFAULT 'normal',
  status        text NOT NULL DEFAULT 'detected'
    CHECK (status IN ('detected', 'accepted', 'converted', 'dismissed')),
  task_id       uuid,
  confidence    double precision CHECK (confidence BETWEEN 0 AND 1),
  metadata      jsonb NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, meeting_id) REFERENCES meetings.meetings (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, transcript_id)
    REFERENCES meetings.transcripts (workspace_id, id) ON DELETE SET NULL (transcript_id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES work.tasks (workspace_id, id) ON DELETE SET NULL (task_id)
);
CREATE INDEX IF NOT EXISTS idx_action_items_status
  ON meetings.action_items (workspace_id, founder_id, status);
CREATE INDEX IF NOT EXISTS idx_action_items_meeting ON meetings.action_items (meeting_id);
CREATE INDEX IF NOT EXISTS idx_action_items_task ON meetings.action_items (task_id)
  WHERE task_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_action_items_due ON meetings.action_items (due_date)
  WHERE status IN ('detected', 'accepted');

-- intel: what the assistant concludes.

CREATE TABLE IF NOT EXISTS intel.briefings (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  kind         intel.briefing_kind_enum NOT NULL,
  title        text,
  summary      text,
  sections     jsonb NOT NULL DEFAULT '[]',
  insights     jsonb NOT NULL DEFAULT '[]',
  period_start timestamptz,
  period_end   timestamptz,
  generated_at timestamptz NOT NULL DEFAULT now(),
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_briefings_workspace_founder ON intel.briefings (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_briefings_kind
  ON intel.briefings (workspace_id, founder_id, kind, generated_at DESC);
CREATE INDEX IF NOT EXISTS idx_briefings_generated
  ON intel.briefings (workspace_id, founder_id, generated_at DESC);

CREATE TABLE IF NOT EXISTS intel.insights (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  source       core.platform_enum,
  insight_type intel.insight_type_enum NOT NULL,
  title        text,
  content      jsonb NOT NULL,
  confidence   double precision CHECK (confidence BETWEEN 0 AND 1),
  impact_score double precision CHECK (impact_score BETWEEN 0 AND 1),
  embedding    vector(1536),
  status       intel.insight_status_enum NOT NULL DEFAULT 'active',
  dismissed_at timestamptz,
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_insights_workspace_founder ON intel.insights (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_insights_type ON intel.insights (workspace_id, insight_type, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_insights_status
  ON intel.insights (workspace_id, founder_id, status, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_insights_confidence ON intel.insights (workspace_id, confidence DESC)
  WHERE confidence IS NOT NULL AND status = 'active';
CREATE INDEX IF NOT EXISTS idx_insights_embedding ON intel.insights
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = 100) WHERE embedding IS NOT NULL;

CREATE TABLE IF NOT EXISTS intel.decisions (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id   uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id     uuid NOT NULL,
  title          text NOT NULL,
  context        text,
  options        jsonb NOT NULL DEFAULT '[]',
  recommendation text,
  chosen_option  text,
  confidence     double precision CHECK (confidence BETWEEN 0 AND 1),
  rationale      text,
  taken          boolean NOT NULL DEFAULT false,
  taken_at       timestamptz,
  outcome        text,
  metadata       jsonb NOT NULL DEFAULT '{}',
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT decisions_taken_at CHECK (taken = (taken_at IS NOT NULL)),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_decisions_workspace_founder ON intel.decisions (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_decisions_taken
  ON intel.decisions (workspace_id, founder_id, taken, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_decisions_pending
  ON intel.decisions (workspace_id, founder_id, created_at DESC) WHERE NOT taken;

CREATE TABLE IF NOT EXISTS intel.kpi_metrics (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  founder_id   uuid NOT NULL,
  name         text NOT NULL,
  value        numeric(20, 6) NOT NULL,
  unit         text,
  source       core.platform_enum,
  measured_at  timestamptz NOT NULL,
  metadata     jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, founder_id, name, measured_at),
  FOREIGN KEY (workspace_id, founder_id) REFERENCES core.founders (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_kpi_metrics_name ON intel.kpi_metrics (workspace_id, name, measured_at DESC);
CREATE INDEX IF NOT EXISTS idx_kpi_metrics_workspace_founder ON intel.kpi_metrics (workspace_id, founder_id);
CREATE INDEX IF NOT EXISTS idx_kpi_metrics_measured ON intel.kpi_metrics (measured_at);

-- ops: the log of events, what replays start from, and embeddings to be computed.

CREATE TABLE IF NOT EXISTS ops.events (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id    uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  actor_type      ops.actor_type_enum NOT NULL,
  actor_id        uuid,
  event_type      text NOT NULL,
  entity_type     text,
  entity_id       uuid,
  payload         jsonb NOT NULL,
  metadata        jsonb NOT NULL DEFAULT '{}',
  version         integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL DEFAULT now(),
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  idempotency_key text,
  UNIQUE (workspace_id, id),
  -- domain.action or domain.action.result
  CONSTRAINT events_event_type_shape CHECK (event_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,2}$')
);
CREATE INDEX IF NOT EXISTS idx_events_workspace ON ops.events (workspace_id, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_events_type ON ops.events (workspace_id, event_type, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_events_entity ON ops.events (entity_type, entity_id)
  WHERE entity_type IS NOT NULL AND entity_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS idx_events_actor ON ops.events (actor_type, actor_id, created_at DESC)
  WHERE actor_id IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS idx_events_idempotency ON ops.events (workspace_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS idx_events_seq ON ops.events (workspace_id, seq);

CREATE TABLE IF NOT EXISTS ops.event_actors (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  event_id     uuid NOT NULL,
  role         text NOT NULL CHECK (role IN ('origin', 'on_behalf', 'target', 'cc')),
  actor_type   text NOT NULL CHECK (actor_type IN ('member', 'contact', 'agent', 'integration')),
  actor_id     uuid NOT NULL,
  metadata     jsonb NOT NULL DEFAULT '{}',
  UNIQUE (event_id, role, actor_type, actor_id),
  FOREIGN KEY (workspace_id, event_id) REFERENCES ops.events (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_event_actors_event_id ON ops.event_actors (event_id);
CREATE INDEX IF NOT EXISTS idx_event_actors_actor ON ops.event_actors (actor_type, actor_id);

CREATE TABLE IF NOT EXISTS ops.event_links (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  event_id     uuid NOT NULL,
  link_type    text NOT NULL CHECK (link_type IN ('caused', 'derived_from', 'references', 'updates')),
  entity_type  text NOT NULL,
  entity_id    uuid NOT NULL,
  metadata     jsonb NOT NULL DEFAULT '{}',
  UNIQUE (event_id, link_type, entity_type, entity_id),
  FOREIGN KEY (workspace_id, event_id) REFERENCES ops.events (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_event_links_event_id ON ops.event_links (event_id);
CREATE INDEX IF NOT EXISTS idx_event_links_entity ON ops.event_links (entity_type, entity_id);

CREATE TABLE IF NOT EXISTS ops.event_snapshots (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  entity_type  text NOT NULL,
  entity_id    uuid NOT NULL,
  up_to_seq    bigint NOT NULL,
  state        jsonb NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, entity_type, entity_id, up_to_seq)
);
CREATE INDEX IF NOT EXISTS idx_event_snapshots_latest
  ON ops.event_snapshots (workspace_id, entity_type, entity_id, up_to_seq DESC);

CREATE TABLE IF NOT EXISTS ops.embedding_jobs (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES core.workspaces (id) ON DELETE CASCADE,
  target_table text NOT NULL CHECK (target_table IN (
    'core.contacts', 'comms.communications', 'meetings.transcript_chunks', 'media.media_chunks',
    'intel.insights')),
  target_id    uuid NOT NULL,
  model        text NOT NULL DEFAULT 'text-embedding-ada-002',
  status       text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'running', 'done', 'failed')),
  attempts     integer NOT NULL DEFAULT 0,
  last_error   text,
  run_after    timestamptz NOT NULL DEFAULT now(),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, target_table, target_id, model)
);
CREATE INDEX IF NOT EXISTS idx_embedding_jobs_queue ON ops.embedding_jobs (status, run_after);
CREATE INDEX IF NOT EXISTS idx_embedding_jobs_status ON ops.embedding_jobs (workspace_id, status);

-- ---- Functions in public ----

CREATE OR REPLACE FUNCTION public.update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$func$;

CREATE OR REPLACE FUNCTION public.generate_snippet(content text, max_length integer DEFAULT 280) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN length(content) > greatest(max_length, 0) THEN left(content, greatest(max_length, 0)) || '...'
  ELSE content
END;

-- One list for a thousand rows, then the square root. Ten lists are as few as are worth an index.
CREATE OR REPLACE FUNCTION public.recommended_ivfflat_lists(rows bigint) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN greatest(10, CASE WHEN rows <= 1000000 THEN rows / 1000 ELSE sqrt(rows)::bigint END)::integer;

-- Runs with the rights of the caller, so that row security decides what can be found. The limit on the
-- distance is written so that a zero vector, whose distance is NaN, is never near anything.
CREATE OR REPLACE FUNCTION public.search_similar_embeddings(
  query vector(1536), table_name text, threshold double precision DEFAULT 0.7, count integer DEFAULT 10
) RETURNS TABLE (id uuid, similarity double precision)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
SET ivfflat.probes = 10
AS $func$
DECLARE
  target regclass := to_regclass(table_name);
  vector_schema name := (
    SELECT n.nspname FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace
    WHERE e.extname = 'vector');
BEGIN
  IF target IS NULL OR target NOT IN (
    SELECT to_regclass(t) FROM unnest(ARRAY[
      'core.contacts', 'comms.communications', 'meetings.transcript_chunks', 'media.media_chunks',
      'intel.insights']) AS t)
  THEN
    RAISE EXCEPTION 'no table with embeddings is called %', coalesce(quote_literal(table_name), 'null')
      USING ERRCODE = 'invalid_parameter_value',
        HINT = 'One of core.contacts, comms.communications, meetings.transcript_chunks, media.media_chunks, '
          'intel.insights, with its schema.';
  END IF;
  IF count IS NULL OR count < 0 THEN
    RAISE EXCEPTION 'count must be 0 or more, not %', coalesce(count::text, 'null')
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Sorted again outside: an index scan that goes on to further lists returns its rows only nearly in order.
  RETURN QUERY EXECUTE format(
    'WITH nearest AS MATERIALIZED (
       SELECT t.id, t.embedding OPERATOR(%1$I.<=>) $1 AS distance
       FROM %2$s AS t
       WHERE t.embedding IS NOT NULL AND t.embedding OPERATOR(%1$I.<=>) $1 < 1 - $2
       ORDER BY t.embedding OPERATOR(%1$I.<=>) $1
       LIMIT $3)
     SELECT id, 1 - distance FROM nearest ORDER BY distance, id',
    vector_schema, target)
  USING query, threshold, count;
END
$func$;

-- Row security and the threshold discard rows after the index has found them. From 0.8 on pgvector then looks
-- into further lists until there are enough.
DO $do$
BEGIN
  IF (SELECT string_to_array(extversion, '.')::integer[] >= ARRAY[0, 8]
      FROM pg_extension WHERE extname = 'vector')
  THEN
    ALTER FUNCTION public.search_similar_embeddings(vector, text, double precision, integer)
      SET ivfflat.iterative_scan = relaxed_order;
  END IF;
END
$do$;

-- An event with its actors and links, all or nothing. Who repeats a call with the same key gets the id of the
-- first one and writes nothing. Runs with the rights of the caller.
CREATE OR REPLACE FUNCTION public.record_event(
  workspace uuid, actor_type ops.actor_type_enum, actor_id uuid, event_type text,
  entity_type text DEFAULT NULL, entity_id uuid DEFAULT NULL, payload jsonb DEFAULT '{}',
  actors jsonb DEFAULT '[]', links jsonb DEFAULT '[]', idempotency_key text DEFAULT NULL
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
#variable_conflict use_column
DECLARE
  event uuid;
BEGIN
  IF jsonb_typeof(actors) <> 'array' OR jsonb_typeof(links) <> 'array' THEN
    RAISE EXCEPTION 'actors and links must be JSON arrays of objects'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO ops.events AS e (
    workspace_id, actor_type, actor_id, event_type, entity_type, entity_id, payload, idempotency_key)
  VALUES (
    workspace, record_event.actor_type, record_event.actor_id, record_event.event_type,
    record_event.entity_type, record_event.entity_id, coalesce(record_event.payload, '{}'),
    record_event.idempotency_key)
  ON CONFLICT (workspace_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
  RETURNING e.id INTO event;

  IF event IS NULL THEN
    SELECT e.id INTO STRICT event FROM ops.events AS e
    WHERE e.workspace_id = workspace AND e.idempotency_key = record_event.idempotency_key;
    RETURN event;
  END IF;

  INSERT INTO ops.event_actors (workspace_id, event_id, role, actor_type, actor_id, metadata)
  SELECT workspace, event, a.role, a.actor_type, a.actor_id, coalesce(a.metadata, '{}')
  FROM jsonb_to_recordset(actors) AS a (role text, actor_type text, actor_id uuid, metadata jsonb);
  INSERT INTO ops.event_links (workspace_id, event_id, link_type, entity_type, entity_id, metadata)
  SELECT workspace, event, l.link_type, l.entity_type, l.entity_id, coalesce(l.metadata, '{}')
  FROM jsonb_to_recordset(links) AS l (link_type text, entity_type text, entity_id uuid, metadata jsonb);
  RETURN event;
END
$func$;

-- ---- Guards ----
-- Three of them are SECURITY DEFINER: what they ask must not depend on which rows the acting user can see.
-- cos_owner, who owns them, is not bound by row security on workspaces and members.

-- A workspace that lives keeps an owner, and only owners (or the creator, before the first member) make,
-- change and remove owners. Without a user, as in loads by service_role, only the first rule holds.
CREATE OR REPLACE FUNCTION core.guard_members() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  acting uuid := auth.uid();
  owner_before boolean := TG_OP <> 'INSERT' AND OLD.role = 'owner';
  owner_after boolean := TG_OP <> 'DELETE' AND NEW.role = 'owner';
  workspace uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.workspace_id ELSE OLD.workspace_id END;
BEGIN
  IF (owner_before OR owner_after) AND EXISTS (SELECT FROM core.workspaces AS w WHERE w.id = workspace) THEN
    IF acting IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM core.members AS m
        WHERE m.workspace_id = workspace AND m.user_id = acting AND m.role = 'owner')
      AND NOT EXISTS (
        SELECT FROM core.workspaces AS w
        WHERE w.id = workspace AND w.created_by = acting AND w.bootstrapped_at IS NULL)
    THEN
      RAISE EXCEPTION 'only an owner of the workspace can grant, change or remove the role owner'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF owner_before AND NOT (owner_after AND NEW.workspace_id = OLD.workspace_id) THEN
      -- Locks another owner until the end of the transaction: two owners cannot leave at the same time.
      PERFORM FROM core.members AS m
      WHERE m.workspace_id = workspace AND m.role = 'owner' AND m.id <> OLD.id
      LIMIT 1 FOR SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the last owner of a workspace cannot be removed or demoted'
          USING ERRCODE = 'restrict_violation', HINT = 'Make another member an owner first.';
      END IF;
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$func$;

-- The first member ends the creator's special right. On workspaces the same function sees to it that the
-- stamp, and who created the workspace, are not changed afterwards to open that door again.
CREATE OR REPLACE FUNCTION core.mark_bootstrapped() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  IF TG_TABLE_NAME = 'members' THEN
    UPDATE core.workspaces AS w SET bootstrapped_at = now()
    WHERE w.id = NEW.workspace_id AND w.bootstrapped_at IS NULL;
  ELSIF OLD.bootstrapped_at IS NOT NULL THEN
    NEW.bootstrapped_at := OLD.bootstrapped_at;
    NEW.created_by := OLD.created_by;
  END IF;
  RETURN NEW;
END
$func$;

-- An integration outlives its founder as the workspace's own. Of these there is one per platform, so that a
-- founder with a second one could not be deleted: the second one goes along instead.
CREATE OR REPLACE FUNCTION core.release_integration() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  IF EXISTS (
      SELECT FROM core.integrations AS i
      WHERE i.workspace_id = NEW.workspace_id AND i.platform = NEW.platform
        AND i.founder_id IS NULL AND i.id <> NEW.id)
    AND NOT EXISTS (SELECT FROM core.founders AS f WHERE f.id = OLD.founder_id)
  THEN
    DELETE FROM core.integrations AS i WHERE i.id = OLD.id;
    RETURN NULL;
  END IF;
  RETURN NEW;
END
$func$;

CREATE OR REPLACE FUNCTION ops.guard_append_only() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  -- The deletion of a workspace takes its log along.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM core.workspaces AS w WHERE w.id = OLD.workspace_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Record a further event that corrects the first one.';
END
$func$;

CREATE OR REPLACE FUNCTION comms.fill_snippet() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  IF NEW.content IS NOT NULL THEN
    NEW.snippet := public.generate_snippet(NEW.content);
  END IF;
  RETURN NEW;
END
$func$;

CREATE OR REPLACE FUNCTION work.fill_completed_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  IF NEW.status = 'done' AND (TG_OP = 'INSERT' OR OLD.status <> 'done') THEN
    NEW.completed_at := coalesce(NEW.completed_at, now());
  ELSIF TG_OP = 'UPDATE' AND OLD.status = 'done' AND NEW.status <> 'done' THEN
    NEW.completed_at := NULL;
  END IF;
  RETURN NEW;
END
$func$;

REVOKE ALL ON FUNCTION
  public.update_updated_at_column(), public.generate_snippet(text, integer),
  public.recommended_ivfflat_lists(bigint),
  public.search_similar_embeddings(vector, text, double precision, integer),
  public.record_event(
    uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text),
  core.guard_members(), core.mark_bootstrapped(), core.release_integration(), ops.guard_append_only(),
  comms.fill_snippet(), work.fill_completed_at()
  FROM PUBLIC;

-- ---- Triggers ----

DO $do$
DECLARE
  target regclass;
BEGIN
  FOREACH target IN ARRAY ARRAY[
    'core.workspaces', 'core.members', 'core.founders', 'core.integrations', 'core.contacts',
    'core.service_accounts', 'comms.threads', 'meetings.meetings', 'meetings.action_items',
    'work.tasks', 'work.projects', 'intel.decisions', 'ops.embedding_jobs']::regclass[]
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE ON %s
         FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column()',
      'update_' || (SELECT relname FROM pg_class WHERE oid = target) || '_updated_at', target);
  END LOOP;

  FOREACH target IN ARRAY ARRAY['ops.events', 'ops.event_actors', 'ops.event_links']::regclass[] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER guard_append_only BEFORE UPDATE OR DELETE ON %s
         FOR EACH ROW EXECUTE FUNCTION ops.guard_append_only()', target);
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER guard_truncate BEFORE TRUNCATE ON %s
         FOR EACH STATEMENT EXECUTE FUNCTION ops.guard_append_only()', target);
  END LOOP;
END
$do$;

CREATE OR REPLACE TRIGGER guard_members BEFORE INSERT OR UPDATE OR DELETE ON core.members
  FOR EACH ROW EXECUTE FUNCTION core.guard_members();
CREATE OR REPLACE TRIGGER mark_bootstrapped AFTER INSERT ON core.members
  FOR EACH ROW EXECUTE FUNCTION core.mark_bootstrapped();
CREATE OR REPLACE TRIGGER keep_bootstrapped BEFORE UPDATE ON core.workspaces
  FOR EACH ROW EXECUTE FUNCTION core.mark_bootstrapped();
CREATE OR REPLACE TRIGGER release_integration BEFORE UPDATE OF founder_id ON core.integrations
  FOR EACH ROW WHEN (OLD.founder_id IS NOT NULL AND NEW.founder_id IS NULL)
  EXECUTE FUNCTION core.release_integration();
CREATE OR REPLACE TRIGGER fill_snippet BEFORE INSERT OR UPDATE OF content, snippet ON comms.communications
  FOR EACH ROW EXECUTE FUNCTION comms.fill_snippet();
CREATE OR REPLACE TRIGGER fill_completed_at BEFORE INSERT OR UPDATE ON work.tasks
  FOR EACH ROW EXECUTE FUNCTION work.fill_completed_at();

-- ---- Views ----
-- With the rights of whoever asks, otherwise they would show all workspaces. Columns are named one by one:
-- embedding and raw are left out.

CREATE OR REPLACE VIEW comms.v_pending_followups WITH (security_invoker = true) AS
SELECT
  c.id, c.workspace_id, c.founder_id, c.thread_id, c.platform, c.source, c.sender, c.sender_email,
  c.subject, c.snippet, c.urgency, c.received_at, c.read_at,
  t.subject AS thread_subject, k.name AS contact_name, k.company AS contact_company
FROM comms.communications AS c
LEFT JOIN comms.threads AS t ON t.id = c.thread_id
-- One contact per message, even if several have the address. The founder's own comes first.
LEFT JOIN LATERAL (
  SELECT o.name, o.company FROM core.contacts AS o
  WHERE o.workspace_id = c.workspace_id AND lower(o.email) = lower(c.sender_email)
  ORDER BY o.founder_id = c.founder_id DESC, o.created_at, o.id
  LIMIT 1
) AS k ON true
WHERE c.followup_needed
ORDER BY c.urgency NULLS LAST, c.received_at DESC NULLS LAST;

CREATE OR REPLACE VIEW work.v_tasks_due_soon WITH (security_invoker = true) AS
SELECT
  t.id, t.workspace_id, t.founder_id, t.project_id, t.title, t.description, t.platform, t.priority,
  t.status, t.due_date, t.assignee, t.tags,
  f.display_name AS founder_name,
  round(extract(epoch FROM t.due_date - now()) / 3600, 1) AS hours_left
FROM work.tasks AS t
JOIN core.founders AS f ON f.id = t.founder_id
WHERE t.status IN ('todo', 'in_progress') AND t.due_date BETWEEN now() AND now() + interval '72 hours'
ORDER BY t.due_date, t.priority;

CREATE OR REPLACE VIEW meetings.v_upcoming_meetings WITH (security_invoker = true) AS
SELECT
  m.id, m.workspace_id, m.founder_id, m.platform, m.title, m.agenda, m.start_time, m.end_time,
  m.duration_mins, m.location_url,
  f.display_name AS founder_name, p.participant_names, p.participant_count
FROM meetings.meetings AS m
JOIN core.founders AS f ON f.id = m.founder_id
CROSS JOIN LATERAL (
  SELECT
    coalesce(array_agg(DISTINCT q.name ORDER BY q.name) FILTER (WHERE q.name IS NOT NULL), '{}')
      AS participant_names,
    count(*) AS participant_count
  FROM meetings.meeting_participants AS q
  WHERE q.meeting_id = m.id
) AS p
WHERE m.start_time BETWEEN now() AND now() + interval '24 hours'
ORDER BY m.start_time;

-- ---- Ownership ----
-- Everything belongs to cos_owner, as whom nobody logs in. Types of tables and sequences of columns follow
-- their tables.
DO $do$
DECLARE
  ours CONSTANT text[] := ARRAY['core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel'];
  -- A new owner needs CREATE on the schema, unless a superuser gives.
  lend_create CONSTANT boolean := NOT has_schema_privilege('cos_owner', 'public', 'CREATE')
    AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
  change text;
BEGIN
  IF lend_create THEN
    GRANT CREATE ON SCHEMA public TO cos_owner;
  END IF;
  FOR change IN
    SELECT format('SCHEMA %I', n.nspname)
    FROM pg_namespace AS n WHERE n.nspname = ANY (ours) AND n.nspowner <> 'cos_owner'::regrole
    UNION ALL
    SELECT format('%s %s', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = ANY (ours) AND c.relkind IN ('r', 'v') AND c.relowner <> 'cos_owner'::regrole
    UNION ALL
    SELECT format('TYPE %s', t.oid::regtype)
    FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
    WHERE n.nspname = ANY (ours) AND t.typtype = 'e' AND t.typowner <> 'cos_owner'::regrole
    UNION ALL
    SELECT format('FUNCTION %s', p.oid::regprocedure)
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE p.proowner <> 'cos_owner'::regrole AND (n.nspname = ANY (ours) OR p.oid IN (
      'public.update_updated_at_column()'::regprocedure,
      'public.generate_snippet(text, integer)'::regprocedure,
      'public.recommended_ivfflat_lists(bigint)'::regprocedure,
      'public.search_similar_embeddings(vector, text, double precision, integer)'::regprocedure,
      ('public.record_event(uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text)'
      )::regprocedure))
  LOOP
    EXECUTE format('ALTER %s OWNER TO cos_owner', change);
  END LOOP;
  IF lend_create THEN
    REVOKE CREATE ON SCHEMA public FROM cos_owner;
  END IF;
END
$do$;
