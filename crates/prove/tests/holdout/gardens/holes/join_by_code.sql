-- A user joins any club by its number: the function does not ask for an invitation.
-- about: join_club
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: SELECT club.join_club(2);
-- exploit: SELECT tenant_name FROM club.plots;
-- shows: Bob-secret
CREATE FUNCTION club.join_club(wanted integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO club.memberships (club_id, user_id)
  VALUES (wanted, nullif(current_setting('app.user_id', true), '')::integer) ON CONFLICT DO NOTHING
$$;
