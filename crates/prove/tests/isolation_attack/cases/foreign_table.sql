-- finds: foreign_table app.remote_note
-- bad:
CREATE EXTENSION postgres_fdw;
DO $$ BEGIN
  EXECUTE format('CREATE SERVER loop FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L)',
    split_part(current_setting('unix_socket_directories'), ',', 1),
    current_setting('port'), current_database());
END $$;
CREATE USER MAPPING FOR PUBLIC SERVER loop OPTIONS (user 'postgres', password_required 'false');
CREATE FOREIGN TABLE app.remote_note (id integer, tenant_id uuid, body text) SERVER loop
  OPTIONS (schema_name 'app', table_name 'note');
GRANT SELECT ON app.remote_note TO app_user;
-- good:
CREATE EXTENSION postgres_fdw;
DO $$ BEGIN
  EXECUTE format('CREATE SERVER loop FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L)',
    split_part(current_setting('unix_socket_directories'), ',', 1),
    current_setting('port'), current_database());
END $$;
CREATE USER MAPPING FOR CURRENT_USER SERVER loop OPTIONS (user 'postgres', password_required 'false');
CREATE FOREIGN TABLE app.remote_note (id integer, tenant_id uuid, body text) SERVER loop
  OPTIONS (schema_name 'app', table_name 'note');
GRANT SELECT ON app.remote_note TO app_user;
