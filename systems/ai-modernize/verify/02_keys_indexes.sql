-- Keys and indexes.

-- name: indexes that are no constraint's, those of partitions apart
-- about 94 in the design; the rest are for foreign keys that it left without one, and two uniqueness rules
-- expect: 109
SELECT count(*)
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class t ON t.oid = i.indrelid
WHERE c.relnamespace = 'migration'::regnamespace AND NOT t.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'));

-- name: constraints by kind, those of partitions apart
-- expect: rows
--   check | 74
--   exclusion | 1
--   foreign key | 92
--   primary key | 39
--   unique | 34
SELECT CASE k.contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' WHEN 'p' THEN 'primary key'
  WHEN 'u' THEN 'unique' ELSE 'exclusion' END, count(*)
FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
WHERE k.connamespace = 'migration'::regnamespace AND NOT t.relispartition
  AND t.relname <> 'schema_migrations' AND k.contype IN ('c', 'f', 'p', 'u', 'x')
GROUP BY k.contype ORDER BY 1;

-- name: tables of tenants without the index on both tenant columns
-- expect: none
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND 2 = (
    SELECT count(*) FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attname IN ('client_account_id', 'engagement_id')
  )
  AND NOT EXISTS (
    SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
    WHERE i.indrelid = c.oid AND x.relname = 'ix_' || c.relname || '_client_engagement'
      AND pg_get_indexdef(x.oid) LIKE '%(client_account_id, engagement_id)'
  );

-- name: foreign keys between tables of engagements that leave a tenant column out
-- expect: none
SELECT k.conrelid::regclass, k.conname
FROM pg_constraint k
JOIN pg_attribute e ON e.attrelid = k.conrelid AND e.attname = 'engagement_id'
JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attname = 'client_account_id'
JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attname = 'engagement_id'
WHERE k.contype = 'f' AND k.connamespace = 'migration'::regnamespace
  AND NOT (k.conkey @> ARRAY[e.attnum, c.attnum]);

-- name: keys that would null a tenant column
-- expect: none
SELECT k.conrelid::regclass, k.conname FROM pg_constraint k
WHERE k.contype = 'f' AND k.connamespace = 'migration'::regnamespace AND k.confdeltype = 'n'
  AND cardinality(k.conkey) > 1 AND coalesce(cardinality(k.confdelsetcols), 0) <> 1;

-- name: keys to a master flow
-- expect: rows
--   migration.agent_learning_patterns
--   migration.assessment_flows
--   migration.assessments
--   migration.assets
--   migration.collection_flows
--   migration.data_imports
--   migration.discovery_flows
--   migration.execution_flows
--   migration.import_field_mappings
--   migration.planning_flows
--   migration.raw_import_records
SELECT k.conrelid::regclass::text FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
WHERE k.contype = 'f' AND k.confrelid = 'migration.crewai_flow_state_extensions'::regclass
  AND k.conname LIKE '%\_master\_flow\_fkey' AND NOT t.relispartition
ORDER BY 1;

-- name: keys that wait until the end of the transaction
-- expect: rows
--   data_imports_master_flow_fkey
--   discovery_flows_data_import_fkey
SELECT k.conname FROM pg_constraint k
WHERE k.contype = 'f' AND k.connamespace = 'migration'::regnamespace AND k.condeferrable AND k.condeferred
ORDER BY 1;

-- name: what deleting does, by number of keys
-- expect: rows
--   cascade | 50
--   no action | 3
--   restrict | 1
--   set null | 38
SELECT CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
  WHEN 'r' THEN 'restrict' END, count(*)
FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
WHERE k.contype = 'f' AND k.connamespace = 'migration'::regnamespace AND NOT t.relispartition
GROUP BY 1 ORDER BY 1;

-- name: flows that are not unique by flow_id
-- expect: none
SELECT t.name FROM (VALUES
  ('crewai_flow_state_extensions'), ('discovery_flows'), ('assessment_flows'), ('planning_flows'),
  ('execution_flows'), ('collection_flows')
) AS t (name)
WHERE 2 <> (
  SELECT count(*) FROM pg_constraint k
  WHERE k.conrelid = ('migration.' || t.name)::regclass AND k.contype = 'u'
    AND pg_get_constraintdef(k.oid)
      IN ('UNIQUE (flow_id)', 'UNIQUE (client_account_id, engagement_id, flow_id)')
);

-- name: indexes of assets
-- expect: rows
--   ix_assets_assessment_flow_id
--   ix_assets_asset_type
--   ix_assets_client_engagement
--   ix_assets_client_engagement_created
--   ix_assets_custom_attributes
--   ix_assets_discovery_flow_id
--   ix_assets_environment
--   ix_assets_execution_flow_id
--   ix_assets_master_flow_id
--   ix_assets_planning_flow_id
--   ix_assets_six_r_strategy
--   ix_assets_status
--   ix_assets_technology_stack
--   ux_assets_hostname
--   ux_assets_ip_address
--   ux_assets_name_type
SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = 'migration.assets'::regclass AND (x.relname LIKE 'ix%' OR x.relname LIKE 'ux%')
ORDER BY 1;

-- name: indexes of JSON and of embeddings
-- expect: rows
--   ix_assets_custom_attributes | gin | -
--   ix_assets_technology_stack | gin | -
--   ix_discovery_flows_phases | gin | -
--   ix_discovery_flows_phases_completed | gin | -
--   ix_learning_embedding | ivfflat | lists=100
SELECT x.relname, m.amname, coalesce(array_to_string(x.reloptions, ','), '-')
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
JOIN pg_class t ON t.oid = i.indrelid
WHERE x.relnamespace = 'migration'::regnamespace AND m.amname NOT IN ('btree', 'gist') ORDER BY 1;

-- name: indexes that are invalid
-- expect: none
SELECT i.indexrelid::regclass FROM pg_index i WHERE NOT i.indisvalid;
