-- The function takes the depot as an argument and reads its schema as the owner, so any depot can be asked
-- for.
-- about: parked_buses, buses
-- as: hf_busyard_north
-- exploit: SELECT * FROM common.parked_buses('south');
-- shows: Yard-secret lane
CREATE FUNCTION common.parked_buses(p_depot text) RETURNS TABLE (plate text, parked_at text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT b.plate, b.parked_at FROM %I.buses b ORDER BY 1', p_depot);
END
$$;
REVOKE ALL ON FUNCTION common.parked_buses(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION common.parked_buses(text) TO hf_busyard_north, hf_busyard_south;
