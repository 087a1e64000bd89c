-- Lost: no data. Runs and approvals are still guarded, but written statement by statement.

DROP FUNCTION IF EXISTS expire_approval_requests();
DO $do$
BEGIN
  DROP FUNCTION IF EXISTS decide_approval(uuid, uuid, text, text);
  DROP FUNCTION IF EXISTS request_approval(uuid, text, text, jsonb, integer, timestamptz);
  DROP FUNCTION IF EXISTS start_run(uuid, text, text, jsonb);
END
$do$;
