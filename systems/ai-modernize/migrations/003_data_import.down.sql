-- Undoes 003. LOST: imports with their records and mappings. Discovery flows forget which import they used.

ALTER TABLE IF EXISTS migration.discovery_flows DROP CONSTRAINT IF EXISTS discovery_flows_data_import_fkey;
DROP TABLE IF EXISTS
  migration.import_field_mappings, migration.raw_import_records, migration.data_imports;
DO $$
BEGIN
  IF to_regclass('migration.discovery_flows') IS NOT NULL THEN
    ALTER TABLE migration.discovery_flows DISABLE TRIGGER USER;
    UPDATE migration.discovery_flows SET data_import_id = NULL WHERE data_import_id IS NOT NULL;
    ALTER TABLE migration.discovery_flows ENABLE TRIGGER USER;
  END IF;
END
$$;
