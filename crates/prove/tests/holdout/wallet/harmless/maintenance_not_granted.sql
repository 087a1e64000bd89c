-- Nobody but the owner may run it.
CREATE FUNCTION bank.all_limits() RETURNS SETOF bank.limits LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM bank.limits $$;
