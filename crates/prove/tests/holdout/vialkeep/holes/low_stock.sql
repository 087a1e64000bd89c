-- The report runs as owner and forgot the pharmacy, so it lists what runs out everywhere.
-- about: low_stock, stock_items
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: SELECT * FROM low_stock(5);
-- shows: Brook-secret shelf
CREATE FUNCTION low_stock(threshold integer DEFAULT 5)
RETURNS TABLE (label text, shelf text, quantity integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.label, s.shelf, s.quantity FROM stock_items s JOIN drugs d USING (ndc)
  WHERE s.quantity < threshold ORDER BY s.quantity
$$;
GRANT EXECUTE ON FUNCTION low_stock(integer) TO hf_vialkeep_app;
