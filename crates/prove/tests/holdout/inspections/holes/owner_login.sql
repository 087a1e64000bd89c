-- Findings are given to the application so that it can add indexes; as owner it may switch row security off.
-- about: findings
-- as: hf_inspections_app
-- exploit: ALTER TABLE insp.findings DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT text FROM insp.findings;
-- shows: finding-secret
ALTER TABLE insp.findings OWNER TO hf_inspections_app;
