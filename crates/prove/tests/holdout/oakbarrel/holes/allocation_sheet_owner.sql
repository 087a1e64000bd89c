-- The sheet filters by the setting but treats an estate of NULL as all, and it runs with its owner's
-- rights.
-- about: allocation_sheet, allocations, customers
-- as: hf_oakbarrel_app
-- exploit: SELECT customer, bottles FROM cellar.allocation_sheet;
-- shows: Road-secret importer

-- Without an estate the sheet is for the office.
CREATE VIEW cellar.allocation_sheet WITH (security_barrier = true) AS
SELECT a.estate, a.lot_code, c.name AS customer, a.bottles
FROM cellar.allocations a
JOIN cellar.customers c USING (estate, customer_no)
WHERE a.estate = COALESCE(NULLIF(current_setting('cellar.estate', true), ''), a.estate);
GRANT SELECT ON cellar.allocation_sheet TO hf_oakbarrel_app;
