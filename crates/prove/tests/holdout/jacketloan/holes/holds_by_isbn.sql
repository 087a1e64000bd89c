-- The hold queue of a book runs as owner and is looked up by ISBN only, which all libraries have in common.
-- about: holdQueue, Hold, Reader
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: SELECT * FROM "holdQueue"('978-1');
-- shows: Fjord-secret reader
CREATE FUNCTION "holdQueue"(book text) RETURNS TABLE ("position" integer, "reader" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h."position", r."fullName"
  FROM "Hold" h JOIN "Reader" r ON r."libraryId" = h."libraryId" AND r."id" = h."readerId"
  WHERE h."isbn" = book ORDER BY h."position"
$$;
GRANT EXECUTE ON FUNCTION "holdQueue"(text) TO hf_jacketloan_app;
