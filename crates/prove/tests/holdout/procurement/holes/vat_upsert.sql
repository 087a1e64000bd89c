-- Suppliers are known by their VAT number: the upsert finds that of another company and gives back its row.
-- about: put_supplier, suppliers
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: SELECT name, rating FROM proc.put_supplier('V9', 'probe');
-- shows: Sup-secret
CREATE FUNCTION proc.put_supplier(p_vat text, p_name text) RETURNS SETOF proc.suppliers
LANGUAGE plpgsql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  IF proc.company() IS NULL THEN
    RAISE EXCEPTION 'no company';
  END IF;
  RETURN QUERY SELECT s.* FROM proc.suppliers s WHERE s.vat_number = p_vat;
  IF NOT FOUND THEN
    RETURN QUERY INSERT INTO proc.suppliers (company_id, name, vat_number)
      VALUES (proc.company(), p_name, p_vat) RETURNING *;
  END IF;
END $$;
REVOKE ALL ON FUNCTION proc.put_supplier(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proc.put_supplier(text, text) TO hf_procurement_app;
