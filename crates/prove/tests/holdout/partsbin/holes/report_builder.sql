-- A login reads all items by a condition of its own, which the report builder puts into the statement as it
-- is.
-- about: build_report, items
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM parts.build_report('cost > 1 OR true');
-- shows: Road-secret filter
CREATE FUNCTION parts.build_report(p_where text) RETURNS TABLE (part_no text, title text, cost numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = parts, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT i.part_no, i.title, i.cost FROM parts.items i
    WHERE i.dealer_id = %L AND %s', parts.dealer(), p_where);
END $$;
REVOKE EXECUTE ON FUNCTION parts.build_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parts.build_report(text) TO hf_partsbin_app;
