-- The log of events: it only grows, an event is recorded whole or not at all, and repeating a call does no
-- harm.

INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs'),
  ('b0000000-0000-4000-8000-000000000001', 'Harbour Robotics');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000014', 'viewer'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000011', 'owner');
INSERT INTO ops.events (id, workspace_id, actor_type, event_type, payload) VALUES
  ('a0000000-0000-4000-8000-000000000051', 'a0000000-0000-4000-8000-000000000001', 'user',
   'task.created', '{}');
INSERT INTO ops.event_actors (workspace_id, event_id, role, actor_type, actor_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000051', 'origin', 'member',
   'a0000000-0000-4000-8000-000000000011');
INSERT INTO ops.event_links (workspace_id, event_id, link_type, entity_type, entity_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000051', 'references', 'task',
   'a0000000-0000-4000-8000-000000000061');

-- case: an event cannot be changed or deleted, not even by a superuser
-- guard: DROP TRIGGER guard_append_only ON ops.events
-- expect: error 23001 append-only
UPDATE ops.events SET payload = '{"title": "Other"}';
-- expect: error 23001 append-only
DELETE FROM ops.events;

-- case: nor can its actors
-- guard: DROP TRIGGER guard_append_only ON ops.event_actors
-- expect: error 23001 append-only
UPDATE ops.event_actors SET role = 'cc';
-- expect: error 23001 append-only
DELETE FROM ops.event_actors;

-- case: nor can its links
-- guard: DROP TRIGGER guard_append_only ON ops.event_links
-- expect: error 23001 append-only
UPDATE ops.event_links SET link_type = 'caused';
-- expect: error 23001 append-only
DELETE FROM ops.event_links;

-- case: service_role, whom no policy binds, is bound by the guard
-- guard: DROP TRIGGER guard_append_only ON ops.events
SET LOCAL ROLE service_role;
-- expect: error 23001 append-only
UPDATE ops.events SET version = 2;
-- expect: error 23001 append-only
DELETE FROM ops.events;

-- case: for users there is no row to change or delete, whatever their role
-- guard: ALTER POLICY events_update_policy ON ops.events USING (true) WITH CHECK (true)
-- guard: ALTER POLICY events_delete_policy ON ops.events USING (true)
-- guard: ALTER POLICY event_snapshots_delete_policy ON ops.event_snapshots USING (true)
INSERT INTO ops.event_snapshots (workspace_id, entity_type, entity_id, up_to_seq, state) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'task', 'a0000000-0000-4000-8000-000000000061', 1, '{}');
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: 0
UPDATE ops.events SET version = 2;
-- expect: 0
DELETE FROM ops.events;
-- expect: 0
DELETE FROM ops.event_snapshots;

-- case: the log cannot be truncated, also not through the table it hangs on
-- guard: DROP TRIGGER guard_truncate ON ops.events; DROP TRIGGER guard_truncate ON ops.event_actors;
--   DROP TRIGGER guard_truncate ON ops.event_links
-- expect: error 23001 TRUNCATE is refused
TRUNCATE ops.events CASCADE;
-- expect: error 23001 TRUNCATE is refused
TRUNCATE core.workspaces CASCADE;

-- case: the actors and the links alone cannot be truncated
-- guard: DROP TRIGGER guard_truncate ON ops.event_actors
-- guard: DROP TRIGGER guard_truncate ON ops.event_links
-- expect: error 23001 TRUNCATE is refused
TRUNCATE ops.event_actors;
-- expect: error 23001 TRUNCATE is refused
TRUNCATE ops.event_links;

-- case: the deletion of a workspace takes its log along
-- guard: CREATE OR REPLACE FUNCTION ops.guard_append_only() RETURNS trigger LANGUAGE plpgsql AS
--   'BEGIN RAISE EXCEPTION USING ERRCODE = ''restrict_violation''; END'
-- expect: 1
DELETE FROM core.workspaces WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: 0
SELECT (SELECT count(*) FROM ops.events) + (SELECT count(*) FROM ops.event_actors)
  + (SELECT count(*) FROM ops.event_links);

-- case: record_event writes the event, its actors and its links together
-- guard: REVOKE INSERT ON ops.event_actors FROM authenticated
-- guard: REVOKE EXECUTE ON FUNCTION public.record_event(
--     uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text) FROM authenticated
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: t
SELECT record_event(
  'a0000000-0000-4000-8000-000000000001', 'agent', NULL, 'meeting.summary.written', 'meeting',
  'a0000000-0000-4000-8000-000000000071', '{"pages": 2}',
  '[{"role": "origin", "actor_type": "agent", "actor_id": "a0000000-0000-4000-8000-000000000081"},
    {"role": "on_behalf", "actor_type": "member", "actor_id": "a0000000-0000-4000-8000-000000000011"}]',
  '[{"link_type": "derived_from", "entity_type": "transcript",
     "entity_id": "a0000000-0000-4000-8000-000000000072"}]') IS NOT NULL;
-- expect: rows
--   2 | 1
SELECT
  (SELECT count(*) FROM ops.event_actors AS a WHERE a.event_id = e.id),
  (SELECT count(*) FROM ops.event_links AS l WHERE l.event_id = e.id)
FROM ops.events AS e WHERE e.event_type = 'meeting.summary.written';

-- case: an event with a wrong actor is not recorded at all
-- guard: ALTER TABLE ops.event_actors DROP CONSTRAINT event_actors_role_check
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 23514
SELECT record_event(
  'a0000000-0000-4000-8000-000000000001', 'agent', NULL, 'task.closed', actors =>
  '[{"role": "witness", "actor_type": "agent", "actor_id": "a0000000-0000-4000-8000-000000000081"}]');
-- expect: 0
SELECT count(*) FROM ops.events WHERE event_type = 'task.closed';

-- case: a repeated call with the same key writes nothing and returns the first id
-- guard: DROP INDEX ops.idx_events_idempotency;
--   CREATE UNIQUE INDEX ON ops.events (workspace_id, idempotency_key, id) WHERE idempotency_key IS NOT NULL
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: t
SELECT
  record_event(w.id, 'user', NULL, 'task.closed', idempotency_key => 'k1')
  = record_event(w.id, 'user', NULL, 'task.closed', idempotency_key => 'k1')
FROM core.workspaces AS w;
-- expect: 1
SELECT count(*) FROM ops.events WHERE event_type = 'task.closed';

-- case: two workspaces may use the same key
-- guard: DROP INDEX ops.idx_events_idempotency;
--   CREATE UNIQUE INDEX ON ops.events (idempotency_key) WHERE idempotency_key IS NOT NULL
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload, idempotency_key) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'user', 'task.closed', '{}', 'k1');
-- expect: 1
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload, idempotency_key) VALUES
  ('b0000000-0000-4000-8000-000000000001', 'user', 'task.closed', '{}', 'k1');

-- case: record_event has no more rights than its caller
-- guard: ALTER FUNCTION public.record_event(
--     uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text) SECURITY DEFINER;
--   ALTER TABLE ops.events NO FORCE ROW LEVEL SECURITY
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000014"}', true);
-- expect: error 42501 row-level security
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'task.closed');
SELECT set_config('request.jwt.claims', '{"sub":"b0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 42501 row-level security
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'task.closed');

-- case: actors and links that are no lists are refused
-- guard: ALTER FUNCTION public.record_event(
--     uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text) RENAME TO strict_event;
--   CREATE FUNCTION public.record_event(uuid, ops.actor_type_enum, uuid, text, actors jsonb) RETURNS uuid
--   LANGUAGE sql AS 'SELECT NULL::uuid'
-- expect: error 22023 JSON arrays
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'task.closed',
  actors => '{}'::jsonb);

-- case: the type of an event is domain.action or domain.action.result
-- guard: ALTER TABLE ops.events DROP CONSTRAINT events_event_type_shape
-- expect: error 23514
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'closed');
-- expect: error 23514
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'Task.Closed');
-- expect: error 23514
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'task.closed.well.done');

-- case: events of a workspace have an order that is not up to the writer
-- guard: DROP INDEX ops.idx_events_seq;
--   ALTER TABLE ops.events ALTER COLUMN seq DROP IDENTITY, ALTER COLUMN seq SET DEFAULT 0
-- guard: ALTER TABLE ops.events ALTER COLUMN seq SET GENERATED BY DEFAULT
-- expect: error 428C9
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload, seq) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'user', 'task.closed', '{}', 1000);
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'task.closed');
SELECT record_event('a0000000-0000-4000-8000-000000000001', 'user', NULL, 'task.reopened');
-- expect: t
SELECT
  min(seq) FILTER (WHERE event_type = 'task.reopened')
  > max(seq) FILTER (WHERE event_type = 'task.closed')
FROM ops.events;

-- case: an actor belongs to an event of the same workspace, and once in the same part
-- guard: ALTER TABLE ops.event_actors DROP CONSTRAINT event_actors_workspace_id_event_id_fkey
-- guard: ALTER TABLE ops.event_actors DROP CONSTRAINT event_actors_event_id_role_actor_type_actor_id_key
-- expect: error 23503
INSERT INTO ops.event_actors (workspace_id, event_id, role, actor_type, actor_id) VALUES
  ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000051', 'cc', 'member',
   'a0000000-0000-4000-8000-000000000011');
-- expect: error 23505
INSERT INTO ops.event_actors (workspace_id, event_id, role, actor_type, actor_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000051', 'origin', 'member',
   'a0000000-0000-4000-8000-000000000011');

-- case: there is one snapshot of an entity per position in the log
-- guard: ALTER TABLE ops.event_snapshots
--   DROP CONSTRAINT event_snapshots_workspace_id_entity_type_entity_id_up_to_se_key
INSERT INTO ops.event_snapshots (workspace_id, entity_type, entity_id, up_to_seq, state) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'task', 'a0000000-0000-4000-8000-000000000061', 1, '{}');
-- expect: error 23505
INSERT INTO ops.event_snapshots (workspace_id, entity_type, entity_id, up_to_seq, state) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'task', 'a0000000-0000-4000-8000-000000000061', 1, '{"n": 2}');
