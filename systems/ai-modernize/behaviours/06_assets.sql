-- Assets: how they come in, move through the phases and back, and get their strategy.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'Second', 'second');
INSERT INTO migration.users (id, email) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'cleo@example.com');
INSERT INTO migration.discovery_flows (flow_id, client_account_id, engagement_id, user_id)
SELECT id, client_account_id, id, 'agent' FROM migration.engagements;
INSERT INTO migration.assessment_flows (flow_id, client_account_id, engagement_id, user_id)
SELECT id, client_account_id, id, 'agent' FROM migration.engagements;
INSERT INTO migration.assets (id, client_account_id, engagement_id, name, asset_type) VALUES
  ('a1000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'orders', 'server');

-- case: an asset that enters a phase points to its flow, and the history keeps it as it was
-- guard: CREATE OR REPLACE FUNCTION migration.enter_phase(asset uuid, phase text, flow uuid) RETURNS uuid
--   LANGUAGE sql AS $$UPDATE migration.assets SET current_phase = phase WHERE id = asset RETURNING id$$
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery',
  'a1000000-0000-4000-8000-000000000001');
-- expect: discovery | a1000000-0000-4000-8000-000000000001
SELECT current_phase, discovery_flow_id FROM migration.assets;
UPDATE migration.assets SET migration_status = 'assessed';
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'assessment',
  'a1000000-0000-4000-8000-000000000001');
-- expect: assessment | discovery | t | t
SELECT current_phase, source_phase, discovery_flow_id IS NOT NULL, assessment_flow_id IS NOT NULL
FROM migration.assets;
-- expect: rows
--   discovery | completed | discovered
--   assessment | null | assessed
SELECT phase, coalesce(outcome, 'null'), snapshot ->> 'migration_status'
FROM migration.asset_phase_history ORDER BY entered_at;

-- case: a rollback restores the former phase and the asset as it was, and keeps what happened
-- guard: CREATE OR REPLACE FUNCTION migration.rollback_phase(asset uuid) RETURNS text
--   LANGUAGE sql AS $$DELETE FROM migration.asset_phase_history WHERE asset_id = asset AND left_at IS NULL;
--   SELECT 'discovery'$$
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery',
  'a1000000-0000-4000-8000-000000000001');
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'assessment',
  'a1000000-0000-4000-8000-000000000001');
UPDATE migration.assets SET migration_status = 'assessed', six_r_strategy = 'rehost', name = 'renamed';
-- expect: discovery
SELECT migration.rollback_phase('a1000000-0000-4000-8000-000000000021');
-- expect: orders | discovery | discovered | t | t
SELECT name, current_phase, migration_status, six_r_strategy IS NULL, assessment_flow_id IS NULL
FROM migration.assets;
-- expect: rows
--   assessment | rolled_back | f
--   discovery | null | t
SELECT phase, coalesce(outcome, 'null'), left_at IS NULL FROM migration.asset_phase_history ORDER BY phase;

-- case: without an open phase there is nothing to roll back
-- guard: CREATE OR REPLACE FUNCTION migration.rollback_phase(asset uuid) RETURNS text LANGUAGE sql AS
--   $$SELECT 'discovery'$$
-- expect: error P0002
SELECT migration.rollback_phase('a1000000-0000-4000-8000-000000000021');

-- case: an asset enters one of the four phases, by a flow, and only an asset that exists
-- guard: CREATE OR REPLACE FUNCTION migration.enter_phase(asset uuid, phase text, flow uuid) RETURNS uuid
--   LANGUAGE sql AS $$SELECT flow$$
-- expect: error 22023
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'retirement',
  'a1000000-0000-4000-8000-000000000001');
-- expect: error 22023
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery', NULL);
-- expect: error P0002
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000099', 'discovery',
  'a1000000-0000-4000-8000-000000000001');

-- case: an asset enters a phase only by a flow of its own engagement
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_discovery_flow_fkey
-- expect: error 23503 assets_discovery_flow_fkey
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery',
  'a2000000-0000-4000-8000-000000000001');

-- case: the application moves its own assets through the phases, and none of another context
-- guard: ALTER FUNCTION migration.enter_phase(uuid, text, uuid) SECURITY DEFINER;
--   ALTER FUNCTION migration.enter_phase(uuid, text, uuid) OWNER TO migration_definer
-- guard: REVOKE EXECUTE ON FUNCTION migration.rollback_phase(uuid) FROM application_role
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
-- expect: error P0002
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery',
  'a1000000-0000-4000-8000-000000000001');
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT count(migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery',
  'a1000000-0000-4000-8000-000000000001'));
-- expect: t
SELECT migration.rollback_phase('a1000000-0000-4000-8000-000000000021') IS NULL;

-- case: an asset is in one phase at a time
-- guard: DROP INDEX migration.ux_asset_phase_history_open
INSERT INTO migration.asset_phase_history (client_account_id, engagement_id, asset_id, phase, snapshot) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'discovery', '{}');
-- expect: error 23505
INSERT INTO migration.asset_phase_history (client_account_id, engagement_id, asset_id, phase, snapshot) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'planning', '{}');

-- case: v_cross_phase_assets shows an asset with its flows and how they stand
-- guard: CREATE OR REPLACE VIEW migration.v_cross_phase_assets WITH (security_invoker = true) AS
--   SELECT a.id, a.client_account_id, a.engagement_id, a.name, a.asset_type, a.current_phase,
--   a.migration_status, a.six_r_strategy, a.wave_id, a.master_flow_id,
--   NULL::varchar(50) AS master_status, NULL::float8 AS master_progress, a.discovery_flow_id,
--   NULL::varchar(50) AS discovery_status, a.assessment_flow_id, NULL::varchar(50) AS assessment_status,
--   a.planning_flow_id, NULL::varchar(50) AS planning_status, a.execution_flow_id,
--   NULL::varchar(50) AS execution_status FROM migration.assets AS a
SELECT migration.enter_phase('a1000000-0000-4000-8000-000000000021', 'discovery',
  'a1000000-0000-4000-8000-000000000001');
UPDATE migration.discovery_flows SET status = 'running';
-- expect: orders | running | t
SELECT name, discovery_status, execution_status IS NULL FROM migration.v_cross_phase_assets;

-- case: the latest decision is the strategy of the asset, and supersedes the one before
-- guard: DROP TRIGGER sixr_decisions_apply ON migration.sixr_decisions
INSERT INTO migration.sixr_decisions (id, client_account_id, engagement_id, asset_id, strategy) VALUES
  ('a1000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000021', 'rehost');
-- expect: rehost
SELECT six_r_strategy FROM migration.assets;
INSERT INTO migration.sixr_decisions (id, client_account_id, engagement_id, asset_id, strategy) VALUES
  ('a1000000-0000-4000-8000-000000000032', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000021', 'retire');
-- expect: retire
SELECT six_r_strategy FROM migration.assets;
-- expect: a1000000-0000-4000-8000-000000000032
SELECT superseded_by FROM migration.sixr_decisions WHERE id = 'a1000000-0000-4000-8000-000000000031';

-- case: a corrected decision reaches the asset only while it is the latest
-- guard: DROP TRIGGER sixr_decisions_apply ON migration.sixr_decisions
-- guard: CREATE OR REPLACE FUNCTION migration.apply_sixr_decision() RETURNS trigger LANGUAGE plpgsql AS
--   $$BEGIN UPDATE migration.assets SET six_r_strategy = NEW.strategy; RETURN NULL; END$$
INSERT INTO migration.sixr_decisions (id, client_account_id, engagement_id, asset_id, strategy) VALUES
  ('a1000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000021', 'rehost');
UPDATE migration.sixr_decisions SET strategy = 'replatform';
-- expect: replatform
SELECT six_r_strategy FROM migration.assets;
INSERT INTO migration.sixr_decisions (id, client_account_id, engagement_id, asset_id, strategy) VALUES
  ('a1000000-0000-4000-8000-000000000032', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000021', 'retain');
UPDATE migration.sixr_decisions SET strategy = 'refactor'
WHERE id = 'a1000000-0000-4000-8000-000000000031';
-- expect: retain
SELECT six_r_strategy FROM migration.assets;

-- case: an import may be written before its flow, within the transaction
-- guard: ALTER TABLE migration.data_imports ALTER CONSTRAINT data_imports_master_flow_fkey NOT DEFERRABLE
-- guard: ALTER TABLE migration.discovery_flows ALTER CONSTRAINT discovery_flows_data_import_fkey NOT
--   DEFERRABLE
-- expect: 1
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, master_flow_id, import_name, import_type, filename, imported_by)
VALUES
  ('a1000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000010', 'servers', 'cmdb',
    'servers.csv', 'c0000000-0000-4000-8000-000000000011');
-- expect: 1
UPDATE migration.discovery_flows SET data_import_id = 'a1000000-0000-4000-8000-000000000042'
WHERE engagement_id = 'a1000000-0000-4000-8000-000000000001';
INSERT INTO migration.crewai_flow_state_extensions
  (flow_id, client_account_id, engagement_id, user_id, flow_type)
VALUES
  ('a1000000-0000-4000-8000-000000000010', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'agent', 'master');
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, import_name, import_type, filename, imported_by)
VALUES
  ('a1000000-0000-4000-8000-000000000042', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'databases', 'cmdb', 'databases.csv',
    'c0000000-0000-4000-8000-000000000011');
SET CONSTRAINTS ALL IMMEDIATE;
-- expect: 2
SELECT count(*) FROM migration.data_imports;

-- case: an import whose flow never came is refused at the end of the transaction
-- guard: ALTER TABLE migration.data_imports DROP CONSTRAINT data_imports_master_flow_fkey
INSERT INTO migration.data_imports
  (client_account_id, engagement_id, master_flow_id, import_name, import_type, filename, imported_by)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000010', 'servers', 'cmdb', 'servers.csv',
    'c0000000-0000-4000-8000-000000000011');
-- expect: error 23503 data_imports_master_flow_fkey
SET CONSTRAINTS ALL IMMEDIATE;

-- case: a field maps to a column of assets or to custom attributes, and not to whose the asset is
-- guard: DROP TRIGGER import_field_mappings_target ON migration.import_field_mappings
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, import_name, import_type, filename, imported_by)
VALUES
  ('a1000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'servers', 'cmdb', 'servers.csv',
    'c0000000-0000-4000-8000-000000000011');
CREATE TEMP VIEW mapping AS
SELECT client_account_id, engagement_id, data_import_id, source_field, target_field
FROM migration.import_field_mappings;
ALTER VIEW mapping ALTER client_account_id SET DEFAULT 'a0000000-0000-4000-8000-000000000001';
ALTER VIEW mapping ALTER engagement_id SET DEFAULT 'a1000000-0000-4000-8000-000000000001';
ALTER VIEW mapping ALTER data_import_id SET DEFAULT 'a1000000-0000-4000-8000-000000000041';
-- expect: 4
INSERT INTO mapping (source_field, target_field) VALUES
  ('Host', 'hostname'), ('RAM', 'memory_gb'), ('Rack colour', 'custom'), ('Cost code', 'custom.cost_code');
-- expect: error 23514 no column of assets
INSERT INTO mapping (source_field, target_field) VALUES ('Colour', 'colour');
-- expect: error 23514
INSERT INTO mapping (source_field, target_field) VALUES ('Owner', 'client_account_id');
-- expect: error 23514
INSERT INTO mapping (source_field, target_field) VALUES ('Project', 'engagement_id');
-- expect: error 23514
INSERT INTO mapping (source_field, target_field) VALUES ('Key', 'id');
-- expect: error 23514
UPDATE mapping SET target_field = 'ctid' WHERE source_field = 'Host';

-- case: a field of an import is mapped once, and a row of it is stored once
-- guard: ALTER TABLE migration.import_field_mappings
--   DROP CONSTRAINT import_field_mappings_data_import_id_source_field_key
-- guard: ALTER TABLE migration.raw_import_records DROP CONSTRAINT
--   raw_import_records_data_import_id_row_number_key
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, import_name, import_type, filename, imported_by)
VALUES
  ('a1000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'servers', 'cmdb', 'servers.csv',
    'c0000000-0000-4000-8000-000000000011');
-- expect: error 23505
INSERT INTO migration.import_field_mappings
  (client_account_id, engagement_id, data_import_id, source_field, target_field)
SELECT client_account_id, engagement_id, id, 'Host', target
FROM migration.data_imports, unnest(ARRAY['hostname', 'fqdn']) AS target;
-- expect: error 23505
INSERT INTO migration.raw_import_records (client_account_id, engagement_id, data_import_id, row_number,
  raw_data)
SELECT client_account_id, engagement_id, id, 1, '{}' FROM migration.data_imports, generate_series(1, 2);

-- case: with an import go its rows and mappings, and the assets stay
-- guard: ALTER TABLE migration.raw_import_records DROP CONSTRAINT raw_import_records_data_import_fkey
-- guard: ALTER TABLE migration.import_field_mappings DROP CONSTRAINT import_field_mappings_data_import_fkey
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, import_name, import_type, filename, imported_by)
VALUES
  ('a1000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'servers', 'cmdb', 'servers.csv',
    'c0000000-0000-4000-8000-000000000011');
INSERT INTO migration.raw_import_records
  (id, client_account_id, engagement_id, data_import_id, row_number, raw_data, asset_id)
SELECT id, client_account_id, engagement_id, id, 1, '{}', 'a1000000-0000-4000-8000-000000000021'
FROM migration.data_imports;
INSERT INTO migration.import_field_mappings
  (client_account_id, engagement_id, data_import_id, source_field, target_field)
SELECT client_account_id, engagement_id, id, 'Host', 'hostname' FROM migration.data_imports;
UPDATE migration.assets SET raw_import_records_id = 'a1000000-0000-4000-8000-000000000041';
DELETE FROM migration.data_imports;
-- expect: 0 | 0 | t
SELECT (SELECT count(*) FROM migration.raw_import_records),
  (SELECT count(*) FROM migration.import_field_mappings), raw_import_records_id IS NULL
FROM migration.assets;
