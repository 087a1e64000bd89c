-- Lost: no data. Summaries stay as they are and grow no further.

DROP FUNCTION IF EXISTS check_budget(uuid);
DROP FUNCTION IF EXISTS rollup_usage(text, timestamptz, timestamptz);
DROP FUNCTION IF EXISTS usage_costs(timestamptz, timestamptz);
DROP INDEX IF EXISTS metering_events_run_idx;
