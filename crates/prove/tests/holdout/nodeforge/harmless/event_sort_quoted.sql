-- Harmless: the sort column is quoted as an identifier, and the function has the rights of its caller.

CREATE FUNCTION prov.list_events(p_sort text) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT event FROM prov.device_events ORDER BY %I', p_sort);
END
$$;
