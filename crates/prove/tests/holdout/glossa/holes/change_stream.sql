-- The application may stream the write-ahead log, in which the rows of all organisations stand without any
-- policy.
-- about: hf_glossa_app, segments, organizations
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: SELECT 'may stream: ' || rolreplication AS r FROM pg_roles WHERE rolname = current_user;
-- shows: may stream: true
-- The search engine follows the changes with the same login.
ALTER ROLE hf_glossa_app REPLICATION;
