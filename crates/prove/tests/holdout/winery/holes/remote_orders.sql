-- Orders are read over a link to the same server whose mapping for everybody signs in as the superuser.
-- about: remote_orders, cellar_server, Order
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT "remark" FROM remote_orders;
-- shows: Road-secret remark
CREATE EXTENSION postgres_fdw;
DO $$
BEGIN
  EXECUTE format('CREATE SERVER cellar_server FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host %L, port %L, dbname %L)',
    btrim(split_part(current_setting('unix_socket_directories'), ',', 1)), current_setting('port'),
    current_database());
  EXECUTE format('CREATE USER MAPPING FOR PUBLIC SERVER cellar_server
    OPTIONS (user %L, password_required ''false'')', current_user);
END
$$;
CREATE FOREIGN TABLE remote_orders (
  "wineryId" text,
  "nr" integer,
  "remark" text
) SERVER cellar_server OPTIONS (schema_name 'public', table_name 'Order');
GRANT SELECT ON remote_orders TO hf_winery_app;
