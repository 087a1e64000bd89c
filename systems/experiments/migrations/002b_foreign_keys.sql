-- Foreign keys that the base tables lack, six. Each is added without a look at the rows, which takes the
-- strong locks only for a moment, and validated after that. Rows that point nowhere stop the version, and
-- the message says how to find them.

DO $do$
DECLARE
  key record;
  orphans bigint;
BEGIN
  FOR key IN
    SELECT * FROM (VALUES
      ('fk_experiments_user', 'experiments_v1.experiments', 'user_id', 'auth.users', 'SET NULL'),
      ('fk_evaluations_experiment', 'experiments_v1.evaluations', 'experiment_id',
        'experiments_v1.experiments', 'CASCADE'),
      ('fk_promotions_experiment', 'experiments_v1.promotions', 'experiment_id',
        'experiments_v1.experiments', 'CASCADE'),
      ('fk_sessions_user', 'production.analysis_sessions', 'user_id', 'auth.users', 'SET NULL'),
      ('fk_sessions_project', 'production.analysis_sessions', 'project_id', 'projects.projects', 'CASCADE'),
      ('fk_quarantine_experiment', 'quarantine.quarantined_records', 'source_experiment_id',
        'experiments_v1.experiments', 'SET NULL')
    ) AS keys (name, child, child_column, parent, on_delete)
  LOOP
    CONTINUE WHEN EXISTS (
      SELECT FROM pg_constraint AS c
      WHERE c.conrelid = key.child::regclass AND c.conname = key.name AND c.convalidated);
    IF NOT EXISTS (
      SELECT FROM pg_constraint AS c WHERE c.conrelid = key.child::regclass AND c.conname = key.name)
    THEN
      EXECUTE format(
        'ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %s (id) ON DELETE %s NOT VALID',
        key.child, key.name, key.child_column, key.parent, key.on_delete);
    END IF;
    EXECUTE format(
      'SELECT count(*) FROM %s AS c WHERE c.%I IS NOT NULL '
      'AND NOT EXISTS (SELECT FROM %s AS p WHERE p.id = c.%I)',
      key.child, key.child_column, key.parent, key.child_column) INTO orphans;
    IF orphans > 0 THEN
      RAISE EXCEPTION '% rows of %.% point to no row of %', orphans, key.child, key.child_column, key.parent
        USING ERRCODE = 'foreign_key_violation',
        HINT = format(
          'Find them with: SELECT * FROM %s AS c WHERE c.%I IS NOT NULL '
          'AND NOT EXISTS (SELECT FROM %s AS p WHERE p.id = c.%I);',
          key.child, key.child_column, key.parent, key.child_column);
    END IF;
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', key.child, key.name);
  END LOOP;
END
$do$;
