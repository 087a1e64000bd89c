-- The materialized totals hold every organization's programs, and the application may read all of them.
-- about: grants_program_totals, grants_program, grants_award
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT title, awarded_cents FROM grants_program_totals;
-- shows: 770077
CREATE MATERIALIZED VIEW grants_program_totals AS
SELECT p.organization_id, p.id AS program_id, p.title, coalesce(sum(w.amount_cents), 0) AS awarded_cents
FROM grants_program p
LEFT JOIN grants_application a ON a.organization_id = p.organization_id AND a.program_id = p.id
LEFT JOIN grants_award w ON w.organization_id = a.organization_id AND w.application_id = a.id
GROUP BY p.organization_id, p.id, p.title;
CREATE UNIQUE INDEX grants_program_totals_key ON grants_program_totals (organization_id, program_id);
GRANT SELECT ON grants_program_totals TO hf_grantwise_app;
