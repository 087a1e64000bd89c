-- The company is an optional parameter that means all when it is left out, and the function has its owner's
-- rights.
-- about: spend_report, expenses, categories
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT * FROM exp.spend_report();
-- shows: Road-secret category
CREATE FUNCTION exp.spend_report(p_company bigint DEFAULT NULL) RETURNS TABLE (label text, cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT c.label, sum(e.cents) FROM exp.expenses e
  JOIN exp.categories c ON c.company_id = e.company_id AND c.code = e.category
  WHERE (p_company IS NULL OR (e.company_id = p_company AND p_company = exp.current_company()))
  GROUP BY c.label
$$;
REVOKE EXECUTE ON FUNCTION exp.spend_report(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exp.spend_report(bigint) TO hf_outlay_app;
