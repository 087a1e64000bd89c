-- The export of a table by name with the caller's rights: the policies and grants of the caller hold for
-- each table.
CREATE FUNCTION bread.export_table(p_table text) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY INVOKER AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT to_jsonb(t) FROM bread.%I t', p_table);
END $$;
REVOKE ALL ON FUNCTION bread.export_table(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bread.export_table(text) TO hf_crumbcard_app;
