-- The function that completes names runs as its owner and searches the customers of all accounts.
-- about: customer_autocomplete, customers
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT * FROM customer_autocomplete('va');
-- shows: Van-secret customer
CREATE FUNCTION customer_autocomplete(prefix text) RETURNS TABLE (id uuid, label text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT c.id, c.name || ' <' || c.email || '>'
  FROM customers c
  WHERE lower(c.name) LIKE lower(prefix) || '%'
  ORDER BY c.name
  LIMIT 10
$$;
