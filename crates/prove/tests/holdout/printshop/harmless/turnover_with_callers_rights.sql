-- The function takes the name of a schema but runs with the caller's rights, so it adds up only what
-- they read.
SET ROLE hf_printshop_owner;
CREATE FUNCTION common.turnover(p_schema name) RETURNS numeric
  LANGUAGE plpgsql STABLE SECURITY INVOKER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  total numeric;
BEGIN
  EXECUTE format('SELECT sum(total) FROM %I.invoices', p_schema) INTO total;
  RETURN total;
END
$$;
RESET ROLE;
