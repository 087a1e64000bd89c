-- Any port reads the calls of all, because the filter becomes a piece of a query that has all rights.
-- about: filter_calls, calls
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: SELECT cargo FROM port.filter_calls('true OR true');
-- shows: Road-secret cargo
-- The grid filters by any column.
CREATE FUNCTION port.filter_calls(p_filter text) RETURNS SETOF port.calls
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = port
AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT * FROM calls WHERE port_id = current_port() AND ' || COALESCE(NULLIF(p_filter, ''), 'true');
END $$;
REVOKE ALL ON FUNCTION port.filter_calls(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION port.filter_calls(text) TO hf_tidewater_app;
