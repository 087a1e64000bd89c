-- Undoes 002b: six foreign keys. No row is lost; rows that point nowhere can appear from here on.

ALTER TABLE IF EXISTS quarantine.quarantined_records DROP CONSTRAINT IF EXISTS fk_quarantine_experiment;
ALTER TABLE IF EXISTS production.analysis_sessions
  DROP CONSTRAINT IF EXISTS fk_sessions_project,
  DROP CONSTRAINT IF EXISTS fk_sessions_user;
ALTER TABLE IF EXISTS experiments_v1.promotions DROP CONSTRAINT IF EXISTS fk_promotions_experiment;
ALTER TABLE IF EXISTS experiments_v1.evaluations DROP CONSTRAINT IF EXISTS fk_evaluations_experiment;
ALTER TABLE IF EXISTS experiments_v1.experiments DROP CONSTRAINT IF EXISTS fk_experiments_user;
