-- Whoever is signed in gets a dump of any team with its secrets: the function asks for a user, not for a
-- member.
-- about: export_team, designs, pins, integrations
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT design.export_team('b0000000-0000-4000-8000-00000000000b');
-- shows: Road-secret pin
-- Data export for the settings page.
CREATE FUNCTION design.export_team(p_team uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = design, pg_temp AS $$
BEGIN
  IF auth.uid() IS NULL THEN RAISE EXCEPTION 'sign in first'; END IF;
  RETURN jsonb_build_object(
    'designs', (SELECT jsonb_agg(to_jsonb(d)) FROM designs d WHERE d.team_id = p_team),
    'pins', (SELECT jsonb_agg(to_jsonb(p)) FROM pins p WHERE p.team_id = p_team),
    'integrations', (SELECT jsonb_agg(to_jsonb(i)) FROM integrations i WHERE i.team_id = p_team));
END $$;
