-- Undoes 004. LOST: assets, their dependencies and history, and the waves. Imported records and execution
-- flows forget which asset or wave they belong to.

DROP VIEW IF EXISTS migration.v_cross_phase_assets;
DROP FUNCTION IF EXISTS migration.rollback_phase(uuid);
DROP FUNCTION IF EXISTS migration.enter_phase(uuid, text, uuid);
DROP TRIGGER IF EXISTS import_field_mappings_target ON migration.import_field_mappings;
DROP FUNCTION IF EXISTS migration.check_mapping_target();
ALTER TABLE IF EXISTS migration.raw_import_records DROP CONSTRAINT IF EXISTS raw_import_records_asset_fkey;
ALTER TABLE IF EXISTS migration.execution_flows DROP CONSTRAINT IF EXISTS execution_flows_wave_fkey;
DROP TABLE IF EXISTS
  migration.asset_phase_history, migration.asset_dependencies, migration.assets, migration.migration_waves;

-- The ids lead nowhere now, and with 004 applied again their keys would refuse them.
DO $$
BEGIN
  IF to_regclass('migration.raw_import_records') IS NOT NULL THEN
    ALTER TABLE migration.raw_import_records DISABLE TRIGGER USER;
    UPDATE migration.raw_import_records SET asset_id = NULL WHERE asset_id IS NOT NULL;
    ALTER TABLE migration.raw_import_records ENABLE TRIGGER USER;
  END IF;
  IF to_regclass('migration.execution_flows') IS NOT NULL THEN
    ALTER TABLE migration.execution_flows DISABLE TRIGGER USER;
    UPDATE migration.execution_flows SET wave_id = NULL WHERE wave_id IS NOT NULL;
    ALTER TABLE migration.execution_flows ENABLE TRIGGER USER;
  END IF;
END
$$;
