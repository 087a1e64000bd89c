-- A report with its owner's rights whose parameter may only narrow the company of the request.
CREATE FUNCTION exp.spend_report(p_company bigint DEFAULT NULL) RETURNS TABLE (label text, cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT c.label, sum(e.cents) FROM exp.expenses e
  JOIN exp.categories c ON c.company_id = e.company_id AND c.code = e.category
  WHERE e.company_id = exp.current_company() AND (p_company IS NULL OR e.company_id = p_company)
  GROUP BY c.label
$$;
REVOKE EXECUTE ON FUNCTION exp.spend_report(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exp.spend_report(bigint) TO hf_outlay_app;
