-- The view has its owner's rights, so both logins read the failed inspections of all firms.
-- about: failed_inspections, inspections, sites
-- as: hf_scaffold_report
-- exploit: SET scaf.firm_id = '4';
-- exploit: SELECT * FROM scaf.failed_inspections;
-- shows: Tube-secret loose coupler
CREATE VIEW scaf.failed_inspections WITH (security_barrier = true) AS
SELECT s.address, i.inspected_on, i.finding
FROM scaf.inspections i
JOIN scaf.sites s USING (firm_id, site_no)
WHERE NOT i.passed;
GRANT SELECT ON scaf.failed_inspections TO hf_scaffold_app, hf_scaffold_report;
