-- A login exports the season of another organizer by its slug, which is the same everywhere.
-- about: season_pack, seasons, standings, teams
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: SELECT league.season_pack('spring');
-- shows: Road-secret contact
CREATE FUNCTION league.season_pack(p_slug text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_agg(jsonb_build_object('team', t.name, 'contact', t.contact, 'points', d.points))
  FROM league.seasons s
  JOIN league.standings d ON d.season_id = s.id
  JOIN league.teams t ON t.id = d.team_id
  WHERE s.slug = p_slug
$$;
REVOKE EXECUTE ON FUNCTION league.season_pack(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION league.season_pack(text) TO hf_leaguely_app;
