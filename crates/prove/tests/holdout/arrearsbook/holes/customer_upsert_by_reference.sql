-- An account reads and overwrites the customer of another, because the upsert with its owner's rights meets
-- on a reference that is unique everywhere.
-- about: upsert_customer, customers, index_customers_on_external_ref
-- as: hf_arrearsbook_app
-- exploit: SET app.account_id = '2002';
-- exploit: SELECT name, credit_note FROM upsert_customer('DEB-77', 'taken');
-- shows: Road-secret credit
CREATE UNIQUE INDEX index_customers_on_external_ref ON customers (external_ref);
-- The importer sends each customer of the bookkeeping again every night.
CREATE FUNCTION upsert_customer(p_ref text, p_name text) RETURNS customers
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO customers (account_id, external_ref, name)
  VALUES (current_account_id(), p_ref, p_name)
  ON CONFLICT (external_ref) DO UPDATE SET name = EXCLUDED.name, deleted_at = NULL
  RETURNING customers.*
$$;
REVOKE ALL ON FUNCTION upsert_customer(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION upsert_customer(text, text) TO hf_arrearsbook_app;
