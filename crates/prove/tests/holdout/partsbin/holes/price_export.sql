-- A login exports the prices of every dealer, because the second condition of the filter is joined by a
-- bare OR.
-- about: export_prices, prices, items
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM parts.export_prices('F-1');
-- shows: Road-secret fleet
CREATE FUNCTION parts.export_prices(p_start text) RETURNS TABLE (part_no text, list_name text, amount numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = parts, pg_temp AS $$
  SELECT p.part_no, p.list_name, p.amount
  FROM parts.prices p JOIN parts.items i ON i.dealer_id = p.dealer_id AND i.part_no = p.part_no
  WHERE p.dealer_id = parts.dealer() AND i.title ILIKE p_start || '%' OR p.part_no ILIKE p_start || '%'
$$;
REVOKE EXECUTE ON FUNCTION parts.export_prices(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parts.export_prices(text) TO hf_partsbin_app;
