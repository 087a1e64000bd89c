-- The text is taken from the very workspace that was checked.
CREATE FUNCTION red.version_text(p_workspace uuid, p_slug text, p_number integer) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = red, pg_temp
  AS $$
  BEGIN
    IF (p_workspace IN (SELECT red.my_workspaces())) IS NOT TRUE THEN
      RAISE EXCEPTION 'not a member';
    END IF;
    RETURN (SELECT v.body FROM red.versions v
      WHERE v.workspace_id = p_workspace AND v.document_slug = p_slug AND v.number = p_number);
  END $$;
