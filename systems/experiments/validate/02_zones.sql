-- The three zones: rows that contradict each other.

-- name: promoted experiments without a completed promotion
-- severity: medium
-- expect: none
SELECT e.id
FROM experiments_v1.experiments AS e
WHERE e.status = 'promoted' AND NOT EXISTS (
  SELECT FROM experiments_v1.promotions AS p WHERE p.experiment_id = e.id AND p.status = 'completed');

-- name: quarantined experiments whose configuration is neither blacklisted nor archived
-- severity: high
-- expect: none
SELECT e.id
FROM experiments_v1.experiments AS e
WHERE e.status = 'quarantined'
  AND NOT EXISTS (SELECT FROM experiments_v1.blacklist AS b WHERE b.config_hash = e.config_hash)
  AND NOT EXISTS (SELECT FROM quarantine.quarantined_records AS q WHERE q.config_hash = e.config_hash);

-- name: running experiments whose configuration was blacklisted since
-- severity: high
-- expect: none
SELECT e.id
FROM experiments_v1.experiments AS e JOIN experiments_v1.blacklist AS b ON b.config_hash = e.config_hash
WHERE e.status = 'running';

-- name: promotions from one project to another
-- severity: high
-- expect: none
SELECT p.id
FROM experiments_v1.promotions AS p
JOIN projects.versions AS source ON source.id = p.from_version_id
JOIN projects.versions AS target ON target.id = p.to_version_id
WHERE source.project_id <> target.project_id;

-- name: quarantined records whose hash is not that of their configuration
-- severity: high
-- expect: none
SELECT id FROM quarantine.quarantined_records
WHERE config_hash <> encode(sha256(convert_to(config::text, 'UTF8')), 'hex');

-- name: sessions of analysis that ended before they started, or ended and have no end
-- severity: low
-- expect: none
SELECT id FROM production.analysis_sessions
WHERE finished_at < started_at OR (status IN ('completed', 'failed') AND finished_at IS NULL);

-- name: sessions of analysis that have run for more than a day
-- severity: medium
-- expect: none
SELECT id FROM production.analysis_sessions
WHERE status = 'running' AND started_at < now() - interval '1 day';

-- name: artifacts whose checksum is no SHA-256
-- severity: medium
-- expect: none
SELECT id FROM production.artifacts WHERE sha256 !~ '^[0-9a-f]{64}$';
