-- What a person on call wants to know at a glance.

-- name: workspaces
SELECT count(*) FROM core.workspaces;

-- name: people
SELECT count(DISTINCT user_id) FROM core.members;

-- name: integrations in error
SELECT count(*) FROM core.integrations WHERE status = 'error';

-- name: hours since the last successful synchronisation
SELECT round(extract(epoch FROM now() - max(finished_at)) / 3600, 1)
FROM core.integration_syncs WHERE status = 'succeeded';

-- name: failed synchronisations of the last day
SELECT count(*) FROM core.integration_syncs
WHERE status = 'failed' AND started_at > now() - interval '1 day';

-- name: messages waiting for an answer
SELECT count(*) FROM comms.communications WHERE followup_needed;

-- name: open tasks past their date
SELECT count(*) FROM work.tasks WHERE status NOT IN ('done', 'canceled') AND due_date < now();

-- name: embedding jobs waiting
SELECT count(*) FROM ops.embedding_jobs WHERE status = 'pending' AND run_after <= now();

-- name: embedding jobs failed
SELECT count(*) FROM ops.embedding_jobs WHERE status = 'failed';

-- name: events of the last hour
SELECT count(*) FROM ops.events WHERE created_at > now() - interval '1 hour';
