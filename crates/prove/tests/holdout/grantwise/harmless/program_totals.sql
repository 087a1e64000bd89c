-- Harmless: the application may not read the materialized totals, only its own part through a view.
CREATE MATERIALIZED VIEW grants_program_totals_all AS
SELECT p.organization_id, p.id AS program_id, p.title, coalesce(sum(w.amount_cents), 0) AS awarded_cents
FROM grants_program p
LEFT JOIN grants_application a ON a.organization_id = p.organization_id AND a.program_id = p.id
LEFT JOIN grants_award w ON w.organization_id = a.organization_id AND w.application_id = a.id
GROUP BY p.organization_id, p.id, p.title;
CREATE VIEW grants_program_totals WITH (security_barrier = true) AS
SELECT program_id, title, awarded_cents FROM grants_program_totals_all
WHERE organization_id = grants_current_org();
GRANT SELECT ON grants_program_totals TO hf_grantwise_app;
