-- The function takes the name of a schema and runs with the owner's rights, so it adds up any shop's
-- invoices.
-- about: turnover, invoices
-- as: hf_printshop_hill
-- exploit: SELECT common.turnover('shop_road');
-- shows: 7654.32
SET ROLE hf_printshop_owner;
CREATE FUNCTION common.turnover(p_schema name) RETURNS numeric
  LANGUAGE plpgsql STABLE SECURITY DEFINER
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
