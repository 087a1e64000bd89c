-- The view has its owner's rights but filters by the firm of the session, and is a barrier.
CREATE VIEW scaf.failed_inspections WITH (security_barrier = true) AS
SELECT s.address, i.inspected_on, i.finding
FROM scaf.inspections i
JOIN scaf.sites s USING (firm_id, site_no)
WHERE NOT i.passed AND i.firm_id = scaf.firm();
GRANT SELECT ON scaf.failed_inspections TO hf_scaffold_app, hf_scaffold_report;
