-- The policy looks for the organiser anywhere in the path, and the file name of another one may contain it.
-- about: "Upload"
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: SELECT "path", "meta" FROM "Upload";
-- shows: Road-secret file
-- Old uploads have the organiser in the second folder.
ALTER POLICY "tenant" ON "Upload"
  USING (position(current_organizer() IN "path") > 0)
  WITH CHECK ("organizerId" = current_organizer());
