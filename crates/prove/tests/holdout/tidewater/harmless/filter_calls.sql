-- The filter is a value and not a piece of the query, and the function has the caller's rights.
CREATE FUNCTION port.filter_calls(p_cargo text) RETURNS SETOF port.calls
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = port
AS $$ SELECT * FROM calls WHERE port_id = current_port() AND cargo ILIKE '%' || p_cargo || '%' $$;
REVOKE ALL ON FUNCTION port.filter_calls(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION port.filter_calls(text) TO hf_tidewater_app;
