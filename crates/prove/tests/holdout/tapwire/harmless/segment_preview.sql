-- The preview counts past row security, but only in the workspace that was checked.
CREATE FUNCTION segment_preview(p_workspace uuid, p_tags text[]) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT member_of(p_workspace) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  RETURN (SELECT count(*) FROM devices d WHERE d.workspace_id = p_workspace AND d.tags && p_tags);
END $$;
REVOKE ALL ON FUNCTION segment_preview(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION segment_preview(uuid, text[]) TO hf_tapwire_app;
