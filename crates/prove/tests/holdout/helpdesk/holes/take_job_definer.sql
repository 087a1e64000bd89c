-- Tenant A's worker takes the jobs of all tenants.
-- about: take_job
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: SELECT payload FROM desk.take_job();
-- exploit: SELECT payload FROM desk.take_job();
-- shows: "secret"
ALTER FUNCTION desk.take_job() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
