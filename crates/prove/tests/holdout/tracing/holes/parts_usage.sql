-- The job that drops old spans needs the partitions: the schema is opened with grants and without policies.
-- about: spans_0, spans_1
-- as: hf_tracing_app
-- exploit: SET apm.org_id = '7';
-- exploit: SELECT attributes FROM apm_parts.spans_0;
-- exploit: SELECT attributes FROM apm_parts.spans_1;
-- shows: attr-secret
GRANT USAGE ON SCHEMA apm_parts TO hf_tracing_app;
GRANT SELECT, DELETE ON apm_parts.spans_0, apm_parts.spans_1 TO hf_tracing_app;
ALTER TABLE apm_parts.spans_0 DISABLE ROW LEVEL SECURITY;
ALTER TABLE apm_parts.spans_1 DISABLE ROW LEVEL SECURITY;
