-- The check looks at the workspace that the caller names, but the text is then taken by slug and number
-- alone.
-- about: version_text, versions, documents
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT red.version_text('a1000000-0000-4000-8000-00000000000a', 'nda', 2);
-- shows: Road-secret body
-- One call for the comparison view, which is used many times a second.
CREATE FUNCTION red.version_text(p_workspace uuid, p_slug text, p_number integer) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = red, pg_temp
  AS $$
  BEGIN
    IF p_workspace NOT IN (SELECT red.my_workspaces()) THEN
      RAISE EXCEPTION 'not a member';
    END IF;
    RETURN (SELECT v.body FROM red.versions v
      WHERE v.document_slug = p_slug AND v.number = p_number
      ORDER BY v.workspace_id = p_workspace DESC LIMIT 1);
  END $$;
