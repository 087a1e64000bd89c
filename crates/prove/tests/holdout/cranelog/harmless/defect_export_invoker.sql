-- The export of defects as a view with the caller's rights: each firm gets its own lines.
CREATE VIEW lift.defect_export WITH (security_invoker = true) AS
  SELECT d.firm_id, concat_ws(';', d.defect_no, l.maker, s.address, d.severity, d.detail) AS line
  FROM lift.defects d
  JOIN lift.lifts l ON l.firm_id = d.firm_id AND l.serial = d.serial
  JOIN lift.sites s ON s.firm_id = l.firm_id AND s.site_no = l.site_no
  WHERE d.closed_at IS NULL;
GRANT SELECT ON lift.defect_export TO hf_cranelog_app;
