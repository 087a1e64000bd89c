-- The search for people to invite runs above the policies and finds the members of every association.
-- about: find_people, users, memberships
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: SELECT * FROM bee.find_people('road@');
-- shows: Road-secret keeper
CREATE FUNCTION bee.find_people(q text) RETURNS TABLE (user_id bigint, full_name text, associations bigint[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF bee.me() IS NULL OR length(q) < 4 THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT u.id, u.full_name, array_agg(m.association_id)
    FROM bee.users u
    JOIN bee.memberships m ON m.user_id = u.id
    WHERE starts_with(u.email, q)
    GROUP BY u.id;
END
$$;
