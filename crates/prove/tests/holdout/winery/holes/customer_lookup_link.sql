-- The lookup asks over a second connection that signs in as the superuser, where no setting and no
-- policy holds.
-- about: lookup_customer, Customer
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT lookup_customer('r@example.org');
-- shows: Road-secret buyer
CREATE EXTENSION dblink;
DO $$
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION lookup_customer(p_email text) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = public, pg_catalog, pg_temp
    AS $b$
      SELECT r.name
      FROM dblink('host=%s port=%s dbname=%s user=%s',
        format('SELECT "name" FROM "Customer" WHERE "email" = %%L', p_email)) AS r (name text)
    $b$
  $f$, btrim(split_part(current_setting('unix_socket_directories'), ',', 1)), current_setting('port'),
    current_database(), current_user);
END
$$;
