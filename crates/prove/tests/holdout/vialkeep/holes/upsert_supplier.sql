-- Suppliers became unique by tax number alone; the upsert renames the supplier of another pharmacy.
-- about: upsert_supplier, suppliers, vat_no
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: SELECT 'kept by pharmacy ' || upsert_supplier(9, 'VAT-2', 'Renamed by A');
-- shows: kept by pharmacy 2
CREATE UNIQUE INDEX suppliers_vat_no_idx ON suppliers (vat_no);
CREATE FUNCTION upsert_supplier(new_id integer, vat text, label text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO suppliers (pharmacy_id, id, vat_no, name) VALUES (current_pharmacy(), new_id, vat, label)
  ON CONFLICT (vat_no) DO UPDATE SET name = EXCLUDED.name
  RETURNING pharmacy_id
$$;
GRANT EXECUTE ON FUNCTION upsert_supplier(integer, text, text) TO hf_vialkeep_app;
