-- The chief of staff: workspaces in eight schemas, embeddings, a numbered log of events. Its specification
-- leaves row security unforced on the tables that its helpers read as their owner.
-- known: health-check tenant_row_security: core.founders: row security is not forced
-- known: health-check tenant_row_security: core.members: row security is not forced

-- defect: a vector index whose lists are too many for its rows
-- command: analyze-indexes
-- finds: vector_lists (warning)
-- about: core.idx_contacts_embedding has
SET session_replication_role = replica;
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding)
SELECT gen_random_uuid(), gen_random_uuid(), 'c', ('[' || i || repeat(',1', 1535) || ']')::public.vector
FROM generate_series(1, 200) AS i;
ANALYZE core.contacts;

-- defect: a sequence that has little left, for an int4 column
-- command: health-check
-- finds: sequences (critical)
-- about: ops.event_number_id_seq for ops.event_number (id)
-- mended
CREATE TABLE ops.event_number (id serial);
SELECT setval('ops.event_number_id_seq', 2000000000);

-- defect: row security switched off on the accounts' contacts
-- command: health-check
-- finds: tenant_row_security (critical)
-- about: core.contacts: row security is off
-- mended
ALTER TABLE core.contacts DISABLE ROW LEVEL SECURITY;

-- defect: the application role made a superuser
-- command: verify
-- finds: roles that row security would not bind, or that can log in
-- about: authenticated
ALTER ROLE authenticated SUPERUSER;
-- undo
ALTER ROLE authenticated NOSUPERUSER;

-- defect: the owner's role given to the application
-- command: health-check
-- finds: tenant_roles (critical)
-- about: the application role authenticated can become cos_owner, which owns
-- mended
GRANT cos_owner TO authenticated;
-- undo
REVOKE cos_owner FROM authenticated;

-- defect: an embedding of nothing but zeros
-- command: validate
-- finds: embeddings of nothing but zeros (medium)
-- about: core.contacts
SET session_replication_role = replica;
UPDATE core.contacts SET embedding = ('[0' || repeat(',0', 1535) || ']')::public.vector;

-- defect: a service account that expired and is still active
-- command: validate
-- finds: service accounts still active after they expired (medium)
-- about: d0000000-0000-4000-8000-000000000001
SET session_replication_role = replica;
UPDATE core.service_accounts SET is_active = true, expires_at = '2020-01-01';

-- defect: members whose account is gone
-- command: validate
-- finds: members without an account (high)
-- about: d0000000-0000-4000-8000-000000000001
SET session_replication_role = replica;
DELETE FROM auth.users;

-- defect: a sequence behind the column that it numbers
-- command: validate
-- finds: sequences behind the column they number (high)
-- about: ops.events.seq
SELECT setval('ops.events_seq_seq', 1, false);

-- defect: a view of tasks that shows those of all workspaces
-- command: drift
-- finds: changed
-- about: view work.v_tasks_due_soon
ALTER VIEW work.v_tasks_due_soon RESET (security_invoker);

-- defect: a column added by hand
-- command: drift
-- finds: added
-- about: column work.tasks
ALTER TABLE work.tasks ADD COLUMN note text;

-- defect: autovacuum switched off for a table
-- command: health-check
-- finds: autovacuum (notice)
-- about: autovacuum is off for ops.events
-- mended
ALTER TABLE ops.events SET (autovacuum_enabled = off);

-- defect: a database that has no room for another connection
-- command: health-check
-- finds: connections (critical)
-- about: database copy_
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 1', current_database());
END $$;
