-- A login gets the passcode of any room by its slug, as the join function returns the whole row.
-- about: joinRoom, Room
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: SELECT * FROM "joinRoom"('board');
-- shows: 9-road-secret
CREATE FUNCTION "joinRoom"("pSlug" TEXT) RETURNS SETOF "Room" LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT r.* FROM "Room" r WHERE r."slug" = "pSlug"
$$;
REVOKE EXECUTE ON FUNCTION "joinRoom"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "joinRoom"(TEXT) TO hf_meetling_app;
