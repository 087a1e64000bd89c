-- The view for the dashboard has a barrier but runs with the rights of the superuser who made it.
-- about: overdue_rentals, rentals, customers, tools
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: SELECT name FROM overdue_rentals;
-- shows: Road-secret customer
CREATE VIEW overdue_rentals WITH (security_barrier = true) AS
  SELECT r.id, c.name, t.label, r.starts_on
  FROM rentals r
  JOIN customers c ON c.company_id = r.company_id AND c.id = r.customer_id
  JOIN tools t ON t.company_id = r.company_id AND t.id = r.tool_id
  WHERE r.ends_on IS NULL AND r.starts_on < DATE '2026-06-01';
GRANT SELECT ON overdue_rentals TO hf_toolrent_app;
