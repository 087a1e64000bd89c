-- Tenant A asks for the name behind any licence through a function that runs as its owner.
-- about: driver_of
-- as: ho_fleet_app
-- exploit: SET fleet.session = '{"operator": 1}';
-- exploit: SELECT fleet.driver_of('%');
-- shows: db-secret
CREATE FUNCTION fleet.driver_of(wanted text) RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT name FROM fleet.drivers WHERE licence LIKE wanted LIMIT 1 $$;
