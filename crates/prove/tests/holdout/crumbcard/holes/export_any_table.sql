-- Any bakery exports any table with the rows of all, because the function takes the name from the caller
-- and runs past the policies.
-- about: export_table, rewards, cards, gift_cards, campaigns, stamps, shops, import_rows
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SELECT line FROM bread.export_table('rewards') AS line;
-- shows: Road-secret reward
CREATE FUNCTION bread.export_table(p_table text) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = bread, pg_temp AS $$
BEGIN
  IF bread.bakery() IS NULL THEN
    RAISE EXCEPTION 'no bakery';
  END IF;
  RETURN QUERY EXECUTE format('SELECT to_jsonb(t) FROM bread.%I t', p_table);
END $$;
REVOKE ALL ON FUNCTION bread.export_table(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bread.export_table(text) TO hf_crumbcard_app;
