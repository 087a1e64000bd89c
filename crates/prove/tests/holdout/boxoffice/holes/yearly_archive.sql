-- Default privileges give the application every later table; the archive that the job creates has no row
-- security and is readable at once.
-- about: orders_archive, archive_orders, orders, pg_default_acl, hf_boxoffice_app
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT archive_orders();
-- exploit: SELECT remark FROM orders_archive;
-- shows: Road-secret remark
-- New tables used to be forgotten in the grants.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO hf_boxoffice_app;
-- The scheduler runs the archive from the application.
CREATE FUNCTION archive_orders() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  CREATE TABLE IF NOT EXISTS public.orders_archive (LIKE public.orders INCLUDING ALL);
  INSERT INTO public.orders_archive SELECT * FROM public.orders WHERE status <> 'cart' ON CONFLICT DO NOTHING;
END $$;
REVOKE EXECUTE ON FUNCTION archive_orders() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archive_orders() TO hf_boxoffice_app;
