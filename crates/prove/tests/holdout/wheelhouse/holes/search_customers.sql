-- Who leaves out the lessor searches the customers of all, because the filter is off when it is not given.
-- about: search_customers, Customer
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: SELECT "name", "creditNote" FROM search_customers('M');
-- shows: East-secret debts
-- The back office searches everywhere, the lessors in their own.
CREATE FUNCTION search_customers(p_text TEXT, p_lessor TEXT DEFAULT NULL) RETURNS SETOF "Customer"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
AS $$
  SELECT * FROM "Customer"
  WHERE "name" ILIKE '%' || p_text || '%' AND (p_lessor IS NULL OR "lessorId" = p_lessor)
$$;
REVOKE ALL ON FUNCTION search_customers(TEXT, TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_customers(TEXT, TEXT) TO hf_wheelhouse_app;
