-- Lost: all runs, steps, approvals with their decisions, and tool calls.

DROP TABLE IF EXISTS tool_calls;
DROP TABLE IF EXISTS approval_decisions;
DROP TABLE IF EXISTS approval_requests;
DROP TABLE IF EXISTS steps;
DROP TABLE IF EXISTS runs;
DROP FUNCTION IF EXISTS guard_metadata_only();
DROP FUNCTION IF EXISTS resolve_approval();
DROP FUNCTION IF EXISTS guard_approval_decision();
DROP FUNCTION IF EXISTS guard_approval_request();
DROP FUNCTION IF EXISTS guard_step_status();
DROP FUNCTION IF EXISTS guard_run_status();
DROP FUNCTION IF EXISTS allowed_statuses(text);
