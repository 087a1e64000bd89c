-- Schemas, tables, types and columns.

-- name: schemas
-- expect: 7
SELECT count(*) FROM information_schema.schemata
WHERE schema_name IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel');

-- name: tables of each schema
-- expect: rows
--   comms | 3
--   core | 7
--   intel | 4
--   media | 3
--   meetings | 5
--   ops | 5
--   work | 3
SELECT n.nspname, count(*)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND c.relkind IN ('r', 'p', 'f')
GROUP BY n.nspname ORDER BY n.nspname;

-- name: tables
-- expect: 30
SELECT count(*) FROM pg_tables
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel');

-- name: the extensions needed
-- expect: rows
--   pgcrypto
--   uuid-ossp
--   vector
SELECT extname FROM pg_extension WHERE extname IN ('pgcrypto', 'uuid-ossp', 'vector') ORDER BY extname;

-- name: columns of type vector, in tables and views
-- expect: rows
--   comms.communications | embedding | vector(1536)
--   core.contacts | embedding | vector(1536)
--   intel.insights | embedding | vector(1536)
--   media.media_chunks | embedding | vector(1536)
--   meetings.transcript_chunks | embedding | vector(1536)
SELECT
  n.nspname || '.' || c.relname, a.attname,
  t.typname || '(' || a.atttypmod || ')'
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_type AS t ON t.oid = a.atttypid
WHERE t.typname = 'vector' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
ORDER BY 1;

-- name: enum types
-- expect: 12
SELECT count(*) FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel') AND t.typtype = 'e';

-- name: labels of each enum type
-- expect: rows
--   comms.source_enum | email slack discord system
--   core.connection_type | mcp api
--   core.integration_status | connected error revoked pending
--   core.platform_enum | gmail outlook slack discord zoom loom fireflies otter monday notion granola zerodb zerovoice
--   core.priority_enum | urgent high normal low
--   core.role_type | owner admin member viewer service
--   intel.briefing_kind_enum | morning evening weekly custom
--   intel.insight_status_enum | active dismissed acted_on
--   intel.insight_type_enum | kpi decision_hint recommendation risk anomaly
--   ops.actor_type_enum | agent user system integration
--   work.sync_status_enum | synced pending error
--   work.task_status_enum | todo in_progress blocked done canceled
SELECT n.nspname || '.' || t.typname, string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder)
FROM pg_enum AS e
JOIN pg_type AS t ON t.oid = e.enumtypid
JOIN pg_namespace AS n ON n.oid = t.typnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
GROUP BY 1 ORDER BY 1;

-- name: views, which run with the rights of whoever asks
-- expect: rows
--   comms.v_pending_followups
--   meetings.v_upcoming_meetings
--   work.v_tasks_due_soon
SELECT n.nspname || '.' || c.relname
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND c.relkind = 'v' AND c.reloptions @> ARRAY['security_invoker=true']
ORDER BY 1;

-- name: views without security_invoker, or with the columns embedding or raw
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel') AND c.relkind IN ('v', 'm')
  AND (NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false) OR EXISTS (
    SELECT FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname IN ('embedding', 'raw')));

-- name: recorded migrations
-- expect: rows
--   001
--   002
SELECT lpad(version::text, 3, '0') FROM public.schema_migrations ORDER BY 1;
