-- Undoes 002. LOST: master flows and phase flows with their state.

DROP TABLE IF EXISTS
  migration.execution_flows, migration.planning_flows, migration.assessment_flows,
  migration.discovery_flows, migration.crewai_flow_state_extensions;
DROP FUNCTION IF EXISTS migration.check_master_completion();
DROP FUNCTION IF EXISTS migration.record_phase_transition();
DROP FUNCTION IF EXISTS migration.phase_flows_of(uuid);
DROP FUNCTION IF EXISTS migration.sync_discovery_state();
