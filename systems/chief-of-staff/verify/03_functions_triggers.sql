-- Functions, triggers and who owns what.

-- name: functions in public
-- expect: rows
--   generate_snippet
--   recommended_ivfflat_lists
--   record_event
--   search_similar_embeddings
--   update_updated_at_column
SELECT p.proname
FROM pg_proc AS p
WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = to_regrole('cos_owner')
ORDER BY p.proname;

-- name: helpers of row security, definers with an empty search_path
-- expect: rows
--   get_founder_id
--   has_workspace_role
--   is_founder
--   is_workspace_admin
--   user_workspaces
SELECT p.proname
FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname IN ('auth', 'app') AND p.proname <> 'uid'
  AND p.proowner = to_regrole('cos_owner') AND p.prosecdef AND p.provolatile = 's'
  AND p.proconfig = ARRAY['search_path=""']
ORDER BY p.proname;

-- name: guard functions
-- expect: rows
--   comms.fill_snippet
--   core.guard_members
--   core.mark_bootstrapped
--   core.release_integration
--   ops.guard_append_only
--   work.fill_completed_at
SELECT n.nspname || '.' || p.proname
FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
ORDER BY 1;

-- name: definers without a fixed search_path
-- expect: none
SELECT p.oid::regprocedure
FROM pg_proc AS p
WHERE p.proowner = to_regrole('cos_owner') AND p.prosecdef
  AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%');

-- name: triggers for updated_at
-- expect: 13
SELECT count(*) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
WHERE t.tgfoid = to_regprocedure('public.update_updated_at_column()')
  AND t.tgname = 'update_' || c.relname || '_updated_at' AND t.tgenabled = 'O';

-- name: tables with updated_at and no trigger for it
-- expect: none
SELECT c.oid::regclass
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind = 'r'
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel') AND a.attname = 'updated_at'
  AND NOT EXISTS (
    SELECT FROM pg_trigger AS t
    WHERE t.tgrelid = c.oid AND t.tgfoid = to_regprocedure('public.update_updated_at_column()'));

-- name: triggers of the guards
-- expect: rows
--   comms.communications | fill_snippet
--   core.integrations | release_integration
--   core.members | guard_members
--   core.members | mark_bootstrapped
--   core.workspaces | keep_bootstrapped
--   ops.event_actors | guard_append_only
--   ops.event_actors | guard_truncate
--   ops.event_links | guard_append_only
--   ops.event_links | guard_truncate
--   ops.events | guard_append_only
--   ops.events | guard_truncate
--   work.tasks | fill_completed_at
SELECT n.nspname || '.' || c.relname, t.tgname
FROM pg_trigger AS t
JOIN pg_class AS c ON c.oid = t.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND NOT t.tgisinternal AND t.tgenabled = 'O' AND t.tgname NOT LIKE 'update\_%\_updated\_at'
ORDER BY 1, 2;

-- name: relations of somebody else than cos_owner
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND c.relowner IS DISTINCT FROM to_regrole('cos_owner');
