-- Tenant A reads the table below the view: all tables were granted for a data export.
-- about: owners
-- as: hf_estates_app
-- exploit: SET estates.office = 1;
-- exploit: SELECT name FROM data.owners;
-- shows: Bob-secret
GRANT USAGE ON SCHEMA data TO hf_estates_app;
GRANT SELECT ON ALL TABLES IN SCHEMA data TO hf_estates_app;
