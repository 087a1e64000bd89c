-- A member of one space reads old texts of all: the function checks the space given, but searches without it.
-- about: revision_text, revisions
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT body FROM kb.revision_text(10, 1, 1);
-- shows: Road-secret first draft
-- Old revisions are to be reached by this function only.
REVOKE ALL ON kb.revisions FROM hf_wisebase_app;
CREATE FUNCTION kb.revision_text(p_space bigint, p_article bigint, p_revision integer)
RETURNS SETOF kb.revisions
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = kb, pg_temp
AS $$
BEGIN
  IF p_space NOT IN (SELECT my_spaces()) THEN
    RAISE EXCEPTION 'not a member of this space';
  END IF;
  RETURN QUERY SELECT * FROM revisions WHERE article_id = p_article AND revision_no = p_revision;
END $$;
REVOKE ALL ON FUNCTION kb.revision_text(bigint, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kb.revision_text(bigint, bigint, integer) TO hf_wisebase_app;
