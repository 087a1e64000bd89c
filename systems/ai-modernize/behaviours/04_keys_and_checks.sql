-- What is unique, what must fit together, and what may wait until the end of the transaction.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'Second', 'second'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'First', 'first');
INSERT INTO migration.users (id, email) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'cleo@example.com');
INSERT INTO migration.assets (id, client_account_id, engagement_id, name, asset_type, hostname, ip_address)
VALUES
  ('a1000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'orders', 'server', 'orders-01', '192.0.2.10'),
  ('a1000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'billing', 'server', '', '');

-- case: a slug names one client, and one engagement of a client
-- guard: ALTER TABLE migration.client_accounts DROP CONSTRAINT client_accounts_slug_key
-- guard: ALTER TABLE migration.engagements DROP CONSTRAINT engagements_client_account_id_slug_key
-- expect: error 23505
INSERT INTO migration.client_accounts (name, slug) VALUES ('Another Alder', 'alder');
-- expect: error 23505
INSERT INTO migration.engagements (client_account_id, name, slug)
VALUES ('a0000000-0000-4000-8000-000000000001', 'First again', 'first');

-- case: an engagement goes to no client that does not exist
-- guard: ALTER TABLE migration.engagements DROP CONSTRAINT engagements_client_account_id_fkey
-- expect: error 23503
INSERT INTO migration.engagements (client_account_id, name, slug)
VALUES ('e0000000-0000-4000-8000-000000000001', 'Lost', 'lost');

-- case: within an engagement a host name and an address are of one asset
-- guard: DROP INDEX migration.ux_assets_hostname
-- guard: DROP INDEX migration.ux_assets_ip_address
-- expect: error 23505
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type, hostname) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'x', 'server',
    'orders-01');
-- expect: error 23505
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type, ip_address) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'x', 'server',
    '192.0.2.10');

-- case: other engagements may have the same host, and empty names are no names
-- guard: DROP INDEX migration.ux_assets_hostname; CREATE UNIQUE INDEX ON migration.assets (hostname)
-- guard: DROP INDEX migration.ux_assets_hostname;
--   CREATE UNIQUE INDEX ON migration.assets (client_account_id, engagement_id, hostname)
-- expect: 1
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type, hostname) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'x', 'server',
    'orders-01');
-- expect: 1
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type, hostname) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'x', 'server', '');

-- case: a name is used once for each type of asset
-- guard: DROP INDEX migration.ux_assets_name_type
-- guard: CREATE UNIQUE INDEX ON migration.assets (client_account_id, engagement_id, name)
-- expect: error 23505
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'orders', 'server');
-- expect: 1
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'orders', 'application');

-- case: an asset has a name, a host name or an address
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT ck_assets_has_identifier
-- expect: error 23514 ck_assets_has_identifier
INSERT INTO migration.assets (client_account_id, engagement_id, name, asset_type, hostname) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', '', 'server', '');

-- case: an asset does not depend on itself, and on another one once per type, or once without a type
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_not_self_check
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_once_key
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_once_key,
--   ADD UNIQUE (source_asset_id, target_asset_id, dependency_type)
-- expect: error 23514 not_self
INSERT INTO migration.asset_dependencies
  (client_account_id, engagement_id, source_asset_id, target_asset_id)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'a1000000-0000-4000-8000-000000000021');
-- expect: 2
INSERT INTO migration.asset_dependencies
  (client_account_id, engagement_id, source_asset_id, target_asset_id, dependency_type)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'a1000000-0000-4000-8000-000000000022', 'data'),
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'a1000000-0000-4000-8000-000000000022', NULL);
-- expect: error 23505
INSERT INTO migration.asset_dependencies
  (client_account_id, engagement_id, source_asset_id, target_asset_id)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'a1000000-0000-4000-8000-000000000022');

-- case: dependencies and history go with their asset
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_target_asset_fkey
-- guard: ALTER TABLE migration.asset_phase_history DROP CONSTRAINT asset_phase_history_asset_fkey
INSERT INTO migration.asset_dependencies
  (client_account_id, engagement_id, source_asset_id, target_asset_id)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000021', 'a1000000-0000-4000-8000-000000000022');
INSERT INTO migration.asset_phase_history (client_account_id, engagement_id, asset_id, phase, snapshot) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000022', 'discovery', '{}');
DELETE FROM migration.assets WHERE name = 'billing';
-- expect: 0
SELECT count(*) FROM migration.asset_dependencies;
-- expect: 0
SELECT count(*) FROM migration.asset_phase_history;

-- case: a reference to what is removed becomes null, and the row stays with its tenant
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_wave_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_wave_fkey, ADD CONSTRAINT assets_wave_fkey
--   FOREIGN KEY (client_account_id, engagement_id, wave_id)
--   REFERENCES migration.migration_waves (client_account_id, engagement_id, id) ON DELETE CASCADE
INSERT INTO migration.migration_waves (id, client_account_id, engagement_id, wave_number, name) VALUES
  ('a1000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 1, 'Pilot');
UPDATE migration.assets SET wave_id = 'a1000000-0000-4000-8000-000000000031' WHERE name = 'orders';
DELETE FROM migration.migration_waves;
-- expect: a1000000-0000-4000-8000-000000000001 | t
SELECT engagement_id, wave_id IS NULL FROM migration.assets WHERE name = 'orders';

-- case: the waves of an engagement have different numbers
-- guard: ALTER TABLE migration.migration_waves DROP CONSTRAINT migration_waves_engagement_id_wave_number_key
INSERT INTO migration.migration_waves (client_account_id, engagement_id, wave_number, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 1, 'Pilot'),
  ('a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 1, 'Pilot');
-- expect: error 23505
INSERT INTO migration.migration_waves (client_account_id, engagement_id, wave_number, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 1, 'Pilot again');

-- case: a cutover ends after it begins
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_cutover_window_check
-- expect: error 23514 cutover_window
INSERT INTO migration.execution_flows
  (flow_id, client_account_id, engagement_id, user_id, cutover_window_start, cutover_window_end)
VALUES
  ('a1000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'agent', '2026-03-01 04:00+00', '2026-03-01 02:00+00');

-- case: the completed phases of a flow are a list
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_phases_completed_check
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_phases_completed_check
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_phases_completed_check
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_phases_completed_check
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_phases_completed_check
-- expect: error 23514 phases_completed
INSERT INTO migration.discovery_flows (flow_id, client_account_id, engagement_id, user_id, phases_completed)
SELECT id, client_account_id, id, 'agent', '{"inventory": true}' FROM migration.engagements;
-- expect: error 23514 phases_completed
INSERT INTO migration.assessment_flows (flow_id, client_account_id, engagement_id, user_id, phases_completed)
SELECT id, client_account_id, id, 'agent', '"scoring"' FROM migration.engagements;
-- expect: error 23514 phases_completed
INSERT INTO migration.planning_flows (flow_id, client_account_id, engagement_id, user_id, phases_completed)
SELECT id, client_account_id, id, 'agent', '"waves"' FROM migration.engagements;
-- expect: error 23514 phases_completed
INSERT INTO migration.execution_flows (flow_id, client_account_id, engagement_id, user_id, phases_completed)
SELECT id, client_account_id, id, 'agent', '1' FROM migration.engagements;
-- expect: error 23514 phases_completed
INSERT INTO migration.collection_flows (flow_id, client_account_id, engagement_id, user_id, phases_completed)
SELECT id, client_account_id, id, 'agent', '{}' FROM migration.engagements;

-- case: the tokens of a call add up
-- guard: ALTER TABLE migration.llm_usage_log DROP CONSTRAINT llm_usage_log_total_tokens_check
-- expect: error 23514 total_tokens
INSERT INTO migration.llm_usage_log
  (client_account_id, engagement_id, provider, model, prompt_tokens, completion_tokens, total_tokens)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'local', 'small', 10, 5,
    20);

-- case: an agent has one row of figures a day, also where no kind of flow is named
-- guard: ALTER TABLE migration.agent_performance_daily DROP CONSTRAINT agent_performance_daily_day_key
-- guard: ALTER TABLE migration.agent_performance_daily DROP CONSTRAINT agent_performance_daily_day_key,
--   ADD UNIQUE (engagement_id, date, agent_name, flow_type)
INSERT INTO migration.agent_performance_daily (client_account_id, engagement_id, date, agent_name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', '2026-01-01', 'mapper');
-- expect: error 23505
INSERT INTO migration.agent_performance_daily (client_account_id, engagement_id, date, agent_name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', '2026-01-01', 'mapper');

-- case: a person is associated with a client once
-- guard: ALTER TABLE migration.user_account_associations
--   DROP CONSTRAINT user_account_associations_user_id_client_account_id_key
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst');
-- expect: error 23505
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'lead');

-- case: a client has one credential of a name per adapter
-- guard: ALTER TABLE migration.platform_credentials
--   DROP CONSTRAINT platform_credentials_client_account_id_platform_adapter_id__key
INSERT INTO migration.platform_adapters (id, adapter_name, adapter_type, version) VALUES
  ('f0000000-0000-4000-8000-000000000001', 'inventory', 'discovery', '1.0');
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
SELECT id, 'f0000000-0000-4000-8000-000000000001', 'reader', sha512('invented')
FROM migration.client_accounts;
-- expect: error 23505
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
SELECT id, 'f0000000-0000-4000-8000-000000000001', 'reader', sha512('invented')
FROM migration.client_accounts;

-- case: the prices of a model never overlap in time
-- guard: ALTER TABLE migration.llm_model_pricing DROP CONSTRAINT llm_model_pricing_no_overlap
INSERT INTO migration.llm_model_pricing
  (provider, model, input_cost_per_1k, output_cost_per_1k, valid_from, valid_to)
VALUES
  ('local', 'small', 0.1, 0.2, '2026-01-01 00:00+00', '2026-02-01 00:00+00');
-- expect: error 23P01
INSERT INTO migration.llm_model_pricing
  (provider, model, input_cost_per_1k, output_cost_per_1k, valid_from)
VALUES
  ('local', 'small', 0.3, 0.4, '2026-01-15 00:00+00');
-- expect: 2
INSERT INTO migration.llm_model_pricing
  (provider, model, input_cost_per_1k, output_cost_per_1k, valid_from)
VALUES
  ('local', 'small', 0.3, 0.4, '2026-02-01 00:00+00'),
  ('local', 'large', 0.3, 0.4, '2026-01-15 00:00+00');
-- expect: error 23P01
INSERT INTO migration.llm_model_pricing
  (provider, model, input_cost_per_1k, output_cost_per_1k, valid_from)
VALUES
  ('local', 'small', 0.5, 0.6, '2027-01-01 00:00+00');

-- case: a price ends after it begins
-- guard: ALTER TABLE migration.llm_model_pricing DROP CONSTRAINT llm_model_pricing_valid_to_check
-- expect: error 23514 valid_to
INSERT INTO migration.llm_model_pricing
  (provider, model, input_cost_per_1k, output_cost_per_1k, valid_from, valid_to)
VALUES
  ('local', 'small', 0.1, 0.2, '2026-01-01 00:00+00', '2026-01-01 00:00+00');

-- case: a pattern that names a master flow names its engagement
-- guard: ALTER TABLE migration.agent_learning_patterns
--   DROP CONSTRAINT agent_learning_patterns_master_flow_id_check
-- expect: error 23514 master_flow_id
INSERT INTO migration.agent_learning_patterns
  (client_account_id, master_flow_id, insight_type, embedding, raw_evidence)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000041', 'risk_pattern',
    array_fill(1, ARRAY[1536])::vector, '{}');

-- case: an embedding has 1536 dimensions
-- guard: ALTER TABLE migration.agent_learning_patterns ALTER COLUMN embedding TYPE vector;
--   DROP INDEX migration.ix_learning_embedding
-- expect: error 22000 1536 dimensions
INSERT INTO migration.agent_learning_patterns
  (client_account_id, insight_type, embedding, raw_evidence)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'risk_pattern', array_fill(1, ARRAY[768])::vector, '{}');

-- case: a count of uses is not negative, and a retention rule keeps at least a day
-- guard: ALTER TABLE migration.agent_learning_patterns DROP CONSTRAINT
--   agent_learning_patterns_applied_count_check
-- guard: ALTER TABLE migration.data_retention_rules DROP CONSTRAINT data_retention_rules_keep_days_check
-- expect: error 23514 applied_count
INSERT INTO migration.agent_learning_patterns
  (client_account_id, insight_type, embedding, raw_evidence, applied_count)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'risk_pattern', array_fill(1, ARRAY[1536])::vector, '{}', -1);
-- expect: error 23514 keep_days
UPDATE migration.data_retention_rules SET keep_days = 0;

-- case: what was archived says when
-- guard: ALTER TABLE migration.engagements DROP CONSTRAINT engagements_archived_at_check
-- expect: error 23514 archived_at
UPDATE migration.engagements SET status = 'archived';
