-- A chair sees the members of his own club.
CREATE FUNCTION club.chaired() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.club_id FROM club.memberships m
  WHERE m.chair AND m.user_id = nullif(current_setting('app.user_id', true), '')::integer
$$;
CREATE POLICY chair ON club.memberships FOR SELECT USING (club_id IN (SELECT club.chaired()));
