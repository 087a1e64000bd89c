-- The upsert runs with the caller's rights and its conflict is within the pharmacy: harmless.
CREATE FUNCTION upsert_own_supplier(new_id integer, vat text, label text) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO suppliers (pharmacy_id, id, vat_no, name) VALUES (current_pharmacy(), new_id, vat, label)
  ON CONFLICT (pharmacy_id, vat_no) DO UPDATE SET name = EXCLUDED.name
  RETURNING pharmacy_id
$$;
GRANT EXECUTE ON FUNCTION upsert_own_supplier(integer, text, text) TO hf_vialkeep_app;
