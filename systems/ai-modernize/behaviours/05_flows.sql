-- Discovery keeps its state as flags and as a list that always agree; the master flow follows the flows of
-- its phases.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first');
INSERT INTO migration.crewai_flow_state_extensions
  (flow_id, client_account_id, engagement_id, user_id, flow_type)
VALUES
  ('a1000000-0000-4000-8000-000000000010', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'agent', 'master');
INSERT INTO migration.discovery_flows (flow_id, master_flow_id, client_account_id, engagement_id, user_id)
VALUES
  ('a1000000-0000-4000-8000-000000000011', 'a1000000-0000-4000-8000-000000000010',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'agent');
INSERT INTO migration.assessment_flows (flow_id, master_flow_id, client_account_id, engagement_id, user_id)
VALUES
  ('a1000000-0000-4000-8000-000000000012', 'a1000000-0000-4000-8000-000000000010',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'agent');
INSERT INTO migration.planning_flows (flow_id, master_flow_id, client_account_id, engagement_id, user_id)
VALUES
  ('a1000000-0000-4000-8000-000000000013', 'a1000000-0000-4000-8000-000000000010',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'agent');
INSERT INTO migration.execution_flows (flow_id, master_flow_id, client_account_id, engagement_id, user_id)
VALUES
  ('a1000000-0000-4000-8000-000000000014', 'a1000000-0000-4000-8000-000000000010',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'agent');

-- case: a flag that is set adds the name of its phase, and one that is cleared takes it out
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
UPDATE migration.discovery_flows SET inventory_completed = true;
UPDATE migration.discovery_flows SET data_import_completed = true;
-- expect: ["inventory", "data_import"] | 33.33
SELECT phases_completed, progress_percentage FROM migration.discovery_flows;
UPDATE migration.discovery_flows SET inventory_completed = false;
-- expect: ["data_import"] | 16.67
SELECT phases_completed, progress_percentage FROM migration.discovery_flows;

-- case: a name that is added sets the flag of its phase, and one that is taken out clears it
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
UPDATE migration.discovery_flows SET phases_completed = '["tech_debt", "dependencies"]';
-- expect: t | t | f | 33.33
SELECT tech_debt_completed, dependencies_completed, inventory_completed, progress_percentage
FROM migration.discovery_flows;
UPDATE migration.discovery_flows SET phases_completed = '["tech_debt"]';
-- expect: t | f | 16.67
SELECT tech_debt_completed, dependencies_completed, progress_percentage FROM migration.discovery_flows;

-- case: where flag and list change against each other the flag decides
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
UPDATE migration.discovery_flows SET inventory_completed = true, phases_completed = '["data_import"]';
-- expect: ["data_import", "inventory"] | t | t
SELECT phases_completed, data_import_completed, inventory_completed FROM migration.discovery_flows;
UPDATE migration.discovery_flows SET inventory_completed = false, phases_completed = '["inventory"]';
-- expect: [] | f | f
SELECT phases_completed, data_import_completed, inventory_completed FROM migration.discovery_flows;

-- case: a new flow counts what either side says
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
INSERT INTO migration.discovery_flows
  (flow_id, client_account_id, engagement_id, user_id, data_cleansing_completed, phases_completed)
VALUES
  ('a1000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'agent', true, '["attribute_mapping"]');
-- expect: ["attribute_mapping", "data_cleansing"] | t | t | 33.33
SELECT phases_completed, attribute_mapping_completed, data_cleansing_completed, progress_percentage
FROM migration.discovery_flows WHERE flow_id = 'a1000000-0000-4000-8000-000000000021';

-- case: in all 64 states flags, list and progress agree, whichever side led
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
CREATE TEMP TABLE disagreement AS
SELECT d.phases_completed, d.progress_percentage FROM migration.discovery_flows AS d LIMIT 0;
DO $do$
DECLARE
  names constant text[] := ARRAY[
    'data_import', 'attribute_mapping', 'data_cleansing', 'inventory', 'dependencies', 'tech_debt'];
  listed jsonb;
BEGIN
  FOR state IN 0 .. 63 LOOP
    FOR led_by_list IN 0 .. 1 LOOP
      SELECT coalesce(jsonb_agg(n), '[]') INTO listed
      FROM unnest(names) WITH ORDINALITY AS u (n, i) WHERE state >> (i::integer - 1) & 1 = 1;
      UPDATE migration.discovery_flows SET phases_completed = '[]';
      IF led_by_list = 1 THEN
        UPDATE migration.discovery_flows SET phases_completed = listed;
      ELSE
        UPDATE migration.discovery_flows SET data_import_completed = listed ? names[1],
          attribute_mapping_completed = listed ? names[2], data_cleansing_completed = listed ? names[3],
          inventory_completed = listed ? names[4], dependencies_completed = listed ? names[5],
          tech_debt_completed = listed ? names[6];
      END IF;
      INSERT INTO disagreement
      SELECT d.phases_completed, d.progress_percentage FROM migration.discovery_flows AS d
      WHERE d.phases_completed <> listed
        OR ARRAY[d.data_import_completed, d.attribute_mapping_completed, d.data_cleansing_completed,
            d.inventory_completed, d.dependencies_completed, d.tech_debt_completed]
          <> ARRAY(SELECT listed ? n FROM unnest(names) WITH ORDINALITY AS u (n, i) ORDER BY i)
        OR abs(d.progress_percentage - jsonb_array_length(listed) * 100 / 6.0) > 0.01;
    END LOOP;
  END LOOP;
END
$do$;
-- expect: none
SELECT * FROM disagreement;

-- case: a name counts once, and names that are no phase stay
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
UPDATE migration.discovery_flows SET phases_completed = '["inventory", "review", "inventory"]';
-- expect: ["inventory", "review"] | 16.67
SELECT phases_completed, progress_percentage FROM migration.discovery_flows;

-- case: the progress of a discovery is computed and cannot be claimed
-- guard: DROP TRIGGER discovery_flows_sync_state ON migration.discovery_flows
UPDATE migration.discovery_flows SET progress_percentage = 100;
-- expect: 0
SELECT progress_percentage FROM migration.discovery_flows;

-- case: a phase flow that starts sets the master running, with child, phase and transition recorded
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows
UPDATE migration.discovery_flows SET status = 'running';
-- expect: running | discovery | a1000000-0000-4000-8000-000000000011 | t
SELECT flow_status, current_phase, children ->> 'discovery', started_at IS NOT NULL
FROM migration.crewai_flow_state_extensions;
-- expect: discovery | initialized | running | a1000000-0000-4000-8000-000000000011
SELECT t ->> 'phase', t ->> 'from', t ->> 'to', t ->> 'flow_id'
FROM migration.crewai_flow_state_extensions, jsonb_array_elements(phase_transitions) AS t
WHERE t ->> 'from' IS NOT NULL;

-- case: the flows of all four phases report to their master
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows
-- guard: DROP TRIGGER assessment_flows_phase_transition ON migration.assessment_flows
-- guard: DROP TRIGGER planning_flows_phase_transition ON migration.planning_flows
-- guard: DROP TRIGGER execution_flows_phase_transition ON migration.execution_flows
UPDATE migration.discovery_flows SET status = 'completed';
-- expect: discovery
SELECT current_phase FROM migration.crewai_flow_state_extensions;
UPDATE migration.assessment_flows SET status = 'running';
-- expect: assessment
SELECT current_phase FROM migration.crewai_flow_state_extensions;
UPDATE migration.planning_flows SET status = 'running';
-- expect: planning
SELECT current_phase FROM migration.crewai_flow_state_extensions;
UPDATE migration.execution_flows SET status = 'running';
-- expect: execution
SELECT current_phase FROM migration.crewai_flow_state_extensions;
-- expect: assessment | discovery | execution | planning
SELECT string_agg(phase, ' | ' ORDER BY phase)
FROM migration.crewai_flow_state_extensions, jsonb_object_keys(children) AS phase;
-- expect: 4
SELECT jsonb_array_length(child_flow_ids) FROM migration.crewai_flow_state_extensions;

-- case: a master is completed once every started flow is, and runs again when another one starts
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows
-- guard: DROP TRIGGER assessment_flows_phase_transition ON migration.assessment_flows
UPDATE migration.discovery_flows SET status = 'completed';
-- expect: completed | t
SELECT flow_status, completed_at IS NOT NULL FROM migration.crewai_flow_state_extensions;
UPDATE migration.assessment_flows SET status = 'running';
-- expect: running | f
SELECT flow_status, completed_at IS NOT NULL FROM migration.crewai_flow_state_extensions;
UPDATE migration.assessment_flows SET status = 'failed';
-- expect: running
SELECT flow_status FROM migration.crewai_flow_state_extensions;
UPDATE migration.assessment_flows SET status = 'cancelled';
-- expect: completed
SELECT flow_status FROM migration.crewai_flow_state_extensions;

-- case: a master cannot be completed by hand while a started flow of it is not
-- guard: DROP TRIGGER crewai_flow_state_extensions_completion ON migration.crewai_flow_state_extensions
UPDATE migration.planning_flows SET status = 'paused';
-- expect: error 23514 every started flow
UPDATE migration.crewai_flow_state_extensions SET flow_status = 'completed';

-- case: a master that somebody paused stays paused
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows;
--   CREATE FUNCTION pg_temp.run() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
--   UPDATE migration.crewai_flow_state_extensions SET flow_status = NEW.status; RETURN NULL; END$$;
--   CREATE TRIGGER run AFTER UPDATE ON migration.discovery_flows FOR EACH ROW EXECUTE FUNCTION pg_temp.run()
UPDATE migration.crewai_flow_state_extensions SET flow_status = 'paused';
UPDATE migration.discovery_flows SET status = 'running';
-- expect: paused
SELECT flow_status FROM migration.crewai_flow_state_extensions;

-- case: the progress of a master is the mean over the four phases
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows
-- guard: DROP TRIGGER assessment_flows_phase_transition ON migration.assessment_flows
UPDATE migration.discovery_flows SET status = 'completed';
UPDATE migration.assessment_flows SET status = 'running', progress_percentage = 50;
-- expect: 37.5
SELECT progress_percentage FROM migration.crewai_flow_state_extensions;
UPDATE migration.discovery_flows SET status = 'running', inventory_completed = true;
-- expect: 16.67
SELECT round(progress_percentage::numeric, 2) FROM migration.crewai_flow_state_extensions;

-- case: of two flows of a phase the newer one is the child of the master
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows
INSERT INTO migration.discovery_flows
  (flow_id, master_flow_id, client_account_id, engagement_id, user_id, status)
VALUES
  ('a1000000-0000-4000-8000-000000000021', 'a1000000-0000-4000-8000-000000000010',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'agent', 'running');
-- expect: a1000000-0000-4000-8000-000000000021 | t
SELECT children ->> 'discovery', child_flow_ids ? 'a1000000-0000-4000-8000-000000000011'
FROM migration.crewai_flow_state_extensions;

-- case: when a master is removed its flows stay, without it
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_master_flow_fkey
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_master_flow_fkey,
--   ADD FOREIGN KEY (master_flow_id) REFERENCES migration.crewai_flow_state_extensions (flow_id)
--   ON DELETE CASCADE
DELETE FROM migration.crewai_flow_state_extensions;
-- expect: t
SELECT master_flow_id IS NULL FROM migration.discovery_flows;

-- case: the application moves its flows and their master under row security
-- guard: DROP TRIGGER discovery_flows_phase_transition ON migration.discovery_flows
-- guard: REVOKE EXECUTE ON FUNCTION migration.phase_flows_of(uuid) FROM application_role
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001');
-- expect: 1
UPDATE migration.discovery_flows SET status = 'completed';
-- expect: completed
SELECT flow_status FROM migration.crewai_flow_state_extensions;

-- case: v_all_flows shows the flows of all five kinds by their common columns
-- guard: CREATE OR REPLACE VIEW migration.v_all_flows WITH (security_invoker = true) AS
--   SELECT 'discovery' AS flow_type, id, flow_id, master_flow_id, client_account_id, engagement_id, user_id,
--   flow_name, status, progress_percentage, current_phase, phases_completed, crew_ai_state, error_message,
--   error_phase, error_details, created_at, updated_at, started_at, completed_at
--   FROM migration.discovery_flows
INSERT INTO migration.collection_flows (flow_id, client_account_id, engagement_id, user_id) VALUES
  ('a1000000-0000-4000-8000-000000000015', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'agent');
UPDATE migration.planning_flows SET status = 'failed';
-- expect: rows
--   assessment | initialized
--   collection | initialized
--   discovery | initialized
--   execution | initialized
--   planning | failed
SELECT flow_type, status FROM migration.v_all_flows ORDER BY flow_type;

-- case: a collection does not move the master
-- guard: CREATE TRIGGER moved AFTER INSERT OR UPDATE ON migration.collection_flows
--   FOR EACH ROW EXECUTE FUNCTION migration.record_phase_transition('discovery')
INSERT INTO migration.collection_flows
  (flow_id, master_flow_id, client_account_id, engagement_id, user_id, status)
VALUES
  ('a1000000-0000-4000-8000-000000000015', 'a1000000-0000-4000-8000-000000000010',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'agent', 'running');
-- expect: initialized | f
SELECT flow_status, child_flow_ids ? 'a1000000-0000-4000-8000-000000000015'
FROM migration.crewai_flow_state_extensions;
