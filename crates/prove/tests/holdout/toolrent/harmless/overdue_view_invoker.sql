-- The view for the dashboard runs with the caller's rights, so the policies of all its tables hold.
CREATE VIEW overdue_rentals WITH (security_barrier = true, security_invoker = true) AS
  SELECT r.id, c.name, t.label, r.starts_on
  FROM rentals r
  JOIN customers c ON c.company_id = r.company_id AND c.id = r.customer_id
  JOIN tools t ON t.company_id = r.company_id AND t.id = r.tool_id
  WHERE r.ends_on IS NULL AND r.starts_on < DATE '2026-06-01';
GRANT SELECT ON overdue_rentals TO hf_toolrent_app;
