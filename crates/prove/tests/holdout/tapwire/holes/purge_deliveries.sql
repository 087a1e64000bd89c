-- Any member deletes the old deliveries of all workspaces: the check asks for any membership at all.
-- about: purge_deliveries, deliveries
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT 'purged ' || purge_deliveries('2029-12-31');
-- shows: purged 2
-- The button in the settings clears out old deliveries.
CREATE FUNCTION purge_deliveries(p_before date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM workspace_members WHERE user_id = auth_user()) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  DELETE FROM deliveries WHERE created_on < p_before;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION purge_deliveries(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_deliveries(date) TO hf_tapwire_app;
