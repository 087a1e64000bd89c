-- Tenant A reads the stock of every pharmacy: "who has it" tells the pieces and the name.
-- about: who_has
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM api.who_has('1');
-- shows: Pharmacy-secret
CREATE FUNCTION api.who_has(article text) RETURNS TABLE (name text, pieces integer) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.name, s.pieces FROM core.stock s JOIN core.pharmacies p ON p.id = s.pharmacy_id
  WHERE s.pzn = article
$$;
GRANT EXECUTE ON FUNCTION api.who_has TO hf_pharmacy_app;
