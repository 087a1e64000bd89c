-- The foreign table leads back to this database as a reporting login without row security, and everybody
-- may use its mapping.
-- about: reports_remote, warehouse, reports
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT title FROM exp.reports_remote;
-- shows: Road-secret trip
-- The warehouse is this database until the second server comes.
CREATE ROLE hf_outlay_reporting LOGIN BYPASSRLS;
GRANT USAGE ON SCHEMA exp TO hf_outlay_reporting;
GRANT SELECT ON exp.reports TO hf_outlay_reporting;
CREATE EXTENSION postgres_fdw;
DO $$
BEGIN
  EXECUTE format('CREATE SERVER warehouse FOREIGN DATA WRAPPER postgres_fdw'
    ' OPTIONS (host %L, port %L, dbname %L)',
    split_part(current_setting('unix_socket_directories'), ',', 1),
    current_setting('port'), current_database());
END $$;
CREATE USER MAPPING FOR PUBLIC SERVER warehouse
  OPTIONS (user 'hf_outlay_reporting', password_required 'false');
CREATE FOREIGN TABLE exp.reports_remote (company_id bigint, id bigint, title text, total_cents integer)
  SERVER warehouse OPTIONS (schema_name 'exp', table_name 'reports');
GRANT SELECT ON exp.reports_remote TO hf_outlay_app;
