-- Photos of visitors are readable by everybody, of whichever company, since the bucket is treated as public.
-- about: storage_objects, photos_read
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: SELECT path FROM desk.storage_objects;
-- shows: Lobby-secret-guest.png
-- The badge printer has no token.
CREATE POLICY photos_read ON desk.storage_objects FOR SELECT USING (bucket = 'photos');
