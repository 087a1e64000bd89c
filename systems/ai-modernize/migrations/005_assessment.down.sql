-- Undoes 005. LOST: assessments, standards with their exceptions, components, debts and decisions. Assets
-- keep the strategy that was decided last.

DROP TABLE IF EXISTS
  migration.assessment_learning_feedback, migration.sixr_decisions, migration.tech_debt_analysis,
  migration.component_treatments, migration.application_components,
  migration.application_architecture_overrides, migration.engagement_architecture_standards,
  migration.assessments;
DROP FUNCTION IF EXISTS migration.apply_sixr_decision();
