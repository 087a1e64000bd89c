-- Harmless: the search is a definer, but quotes its parts and keeps to the current workspace.
CREATE FUNCTION "searchIdeas"(words text) RETURNS TABLE ("id" uuid, "title" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT i."id", i."title" FROM "Idea" i
    WHERE i."workspaceId" = $1 AND i."title" ILIKE %L', words) USING "currentWorkspace"();
END
$$;
