-- The application becomes a member of a role that passes row level security, and may take it with SET ROLE.
-- about: hf_dialysis_registry, sessions, BYPASSRLS, units
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: SET ROLE hf_dialysis_registry;
-- exploit: SELECT notes FROM dia.sessions;
-- shows: Chair-secret cramps
-- The page of yearly figures is part of the application now.
GRANT hf_dialysis_registry TO hf_dialysis_app;
