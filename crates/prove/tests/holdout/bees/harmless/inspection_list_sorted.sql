-- The column to sort by is chosen from a fixed list, and no text of the caller enters the query.
CREATE FUNCTION bee.list_inspections(p_sort text DEFAULT 'day') RETURNS TABLE (day date, finding text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT i.day, i.finding FROM bee.inspections i
    WHERE i.association_id = ANY ($1) ORDER BY %I', CASE p_sort WHEN 'finding' THEN 'finding' ELSE 'day' END)
    USING bee.mine();
END
$$;
