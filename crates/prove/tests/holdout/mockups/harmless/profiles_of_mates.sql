-- Profiles can be read by people who share a team with their owner.
CREATE FUNCTION design.is_mate(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = design, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM team_members a JOIN team_members b ON b.team_id = a.team_id
    WHERE a.user_id = auth.uid() AND b.user_id = other
  )
$$;
REVOKE ALL ON FUNCTION design.is_mate(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION design.is_mate(uuid) TO hf_mockups_app;
CREATE POLICY profiles_mates ON design.profiles FOR SELECT USING (design.is_mate(id));
