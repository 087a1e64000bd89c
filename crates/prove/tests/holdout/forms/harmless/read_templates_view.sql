-- A view of the templates only, which everybody may read anyway.
CREATE VIEW templates WITH (security_invoker = true) AS SELECT id, title FROM forms WHERE company_id IS NULL;
GRANT SELECT ON templates TO ho_forms_app;
