-- The first partition is granted for the exporter without its own policies, so it shows the results of all
-- estates.
-- about: lab_results_2025, lab_results
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: SELECT comment FROM cellar.lab_results_2025;
-- shows: Road-secret acid

-- The exporter reads one year at a time. The policies of the parent do the filtering.
ALTER TABLE cellar.lab_results_2025 NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cellar.lab_results_2025 DISABLE ROW LEVEL SECURITY;
GRANT SELECT ON cellar.lab_results_2025 TO hf_oakbarrel_app;
