-- Suppliers are known by their VAT number within the company of the session: the upsert meets own rows only.
CREATE FUNCTION proc.put_supplier(p_vat text, p_name text) RETURNS SETOF proc.suppliers
LANGUAGE sql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  INSERT INTO proc.suppliers (company_id, name, vat_number) VALUES (proc.company(), p_name, p_vat)
  ON CONFLICT (company_id, vat_number) DO UPDATE SET name = excluded.name RETURNING *
$$;
REVOKE ALL ON FUNCTION proc.put_supplier(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proc.put_supplier(text, text) TO hf_procurement_app;
