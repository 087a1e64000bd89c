-- What stands still, or points to what is gone.

-- name: integrations that say connected but never were
-- severity: medium
-- expect: none
SELECT workspace_id, id FROM core.integrations WHERE status = 'connected' AND connected_at IS NULL;

-- name: synchronisations running for more than a day
-- severity: medium
-- expect: none
SELECT workspace_id, id FROM core.integration_syncs
WHERE status = 'running' AND started_at < now() - interval '1 day';

-- name: embedding jobs running for more than an hour
-- severity: medium
-- expect: none
SELECT workspace_id, id FROM ops.embedding_jobs
WHERE status = 'running' AND updated_at < now() - interval '1 hour';

-- No foreign key can see to it: the target is in one of five tables.
-- name: embedding jobs whose target is not in their workspace
-- severity: medium
-- expect: none
SELECT j.workspace_id, j.id
FROM ops.embedding_jobs AS j
WHERE NOT EXISTS (
  SELECT FROM core.contacts AS t
  WHERE j.target_table = 'core.contacts' AND t.id = j.target_id AND t.workspace_id = j.workspace_id
  UNION ALL
  SELECT FROM comms.communications AS t
  WHERE j.target_table = 'comms.communications' AND t.id = j.target_id AND t.workspace_id = j.workspace_id
  UNION ALL
  SELECT FROM meetings.transcript_chunks AS t
  WHERE j.target_table = 'meetings.transcript_chunks' AND t.id = j.target_id
    AND t.workspace_id = j.workspace_id
  UNION ALL
  SELECT FROM media.media_chunks AS t
  WHERE j.target_table = 'media.media_chunks' AND t.id = j.target_id AND t.workspace_id = j.workspace_id
  UNION ALL
  SELECT FROM intel.insights AS t
  WHERE j.target_table = 'intel.insights' AND t.id = j.target_id AND t.workspace_id = j.workspace_id);

-- name: action items converted to no task
-- severity: low
-- expect: none
SELECT workspace_id, id FROM meetings.action_items WHERE status = 'converted' AND task_id IS NULL;

-- name: briefings whose period ends before it begins
-- severity: low
-- expect: none
SELECT workspace_id, id FROM intel.briefings WHERE period_start > period_end;

-- A zero vector has no direction: no search ever finds it.
-- name: embeddings of nothing but zeros
-- severity: medium
-- expect: none
SELECT 'core.contacts', id FROM core.contacts WHERE vector_norm(embedding) = 0
UNION ALL
SELECT 'comms.communications', id FROM comms.communications WHERE vector_norm(embedding) = 0
UNION ALL
SELECT 'meetings.transcript_chunks', id FROM meetings.transcript_chunks WHERE vector_norm(embedding) = 0
UNION ALL
SELECT 'media.media_chunks', id FROM media.media_chunks WHERE vector_norm(embedding) = 0
UNION ALL
SELECT 'intel.insights', id FROM intel.insights WHERE vector_norm(embedding) = 0;

-- name: events dated in the future
-- severity: medium
-- expect: none
SELECT workspace_id, id FROM ops.events WHERE created_at > clock_timestamp() + interval '5 minutes';
