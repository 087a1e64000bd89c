-- The application owns the table of logs; forced row security binds it only until it switches that off
-- itself.
-- about: job_logs, hf_runnerly_app, hf_runnerly_owner
-- as: hf_runnerly_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: ALTER TABLE ci.job_logs NO FORCE ROW LEVEL SECURITY;
-- exploit: SELECT line FROM ci.job_logs;
-- shows: Road-secret line
-- The log writer adds columns on the fly. Row security stays forced, so owning the table is no risk.
ALTER TABLE ci.job_logs OWNER TO hf_runnerly_app;
