-- What stands still, and what contradicts itself.

-- name: flows that say running and did not move for a week
-- severity: medium
-- expect: none
SELECT client_account_id, engagement_id, flow_type, flow_id FROM migration.v_all_flows
WHERE status IN ('active', 'running') AND updated_at < now() - interval '7 days';

-- name: phase flows without a master for more than a day
-- severity: low
-- expect: none
SELECT client_account_id, engagement_id, flow_type, flow_id FROM migration.v_all_flows
WHERE master_flow_id IS NULL AND flow_type <> 'collection' AND created_at < now() - interval '1 day';

-- name: flows that failed and do not say why
-- severity: low
-- expect: none
SELECT client_account_id, engagement_id, flow_type, flow_id FROM migration.v_all_flows
WHERE status = 'failed' AND error_message IS NULL;

-- name: imports in processing for more than a day
-- severity: medium
-- expect: none
SELECT client_account_id, engagement_id, id FROM migration.data_imports
WHERE status = 'processing' AND updated_at < now() - interval '1 day';

-- name: imports that counted more records than there are
-- severity: medium
-- expect: none
SELECT client_account_id, engagement_id, id FROM migration.data_imports
WHERE processed_records + failed_records > total_records;

-- name: valid, processed rows of an import that became no asset
-- severity: low
-- expect: none
SELECT client_account_id, engagement_id, data_import_id, row_number FROM migration.raw_import_records
WHERE is_processed AND is_valid AND asset_id IS NULL AND processed_at < now() - interval '1 day';

-- name: assets whose history is open in another phase than they are in
-- severity: medium
-- expect: none
SELECT a.client_account_id, a.engagement_id, a.id, a.current_phase, h.phase
FROM migration.assets AS a
JOIN migration.asset_phase_history AS h ON h.asset_id = a.id AND h.left_at IS NULL
WHERE a.current_phase IS DISTINCT FROM h.phase;

-- Changed by hand after the decision: the reason for it is lost.
-- name: assets with another strategy than their latest decision
-- severity: medium
-- expect: none
SELECT a.client_account_id, a.engagement_id, a.id, a.six_r_strategy, d.strategy
FROM migration.assets AS a
JOIN migration.sixr_decisions AS d ON d.asset_id = a.id AND d.superseded_by IS NULL
WHERE a.six_r_strategy IS DISTINCT FROM d.strategy;

-- name: assets with more than one decision that none supersedes
-- severity: medium
-- expect: none
SELECT client_account_id, engagement_id, asset_id FROM migration.sixr_decisions
WHERE superseded_by IS NULL
GROUP BY client_account_id, engagement_id, asset_id HAVING count(*) > 1;

-- name: assets that wait for a wave that was cancelled
-- severity: medium
-- expect: none
SELECT a.client_account_id, a.engagement_id, a.id
FROM migration.assets AS a JOIN migration.migration_waves AS w ON w.id = a.wave_id
WHERE w.status = 'cancelled' AND a.migration_status NOT IN ('migrated', 'retired');

-- name: executions that moved more assets than they have
-- severity: medium
-- expect: none
SELECT client_account_id, engagement_id, flow_id FROM migration.execution_flows
WHERE assets_migrated + assets_failed + assets_rolled_back > assets_total;
