-- The export runs with the rights of whoever calls it, so it packs own seasons only: harmless.
CREATE FUNCTION league.season_pack(p_slug text) RETURNS jsonb LANGUAGE sql STABLE SECURITY INVOKER AS $$
  SELECT jsonb_agg(jsonb_build_object('team', t.name, 'contact', t.contact, 'points', d.points))
  FROM league.seasons s
  JOIN league.standings d ON d.season_id = s.id
  JOIN league.teams t ON t.id = d.team_id
  WHERE s.slug = p_slug
$$;
REVOKE EXECUTE ON FUNCTION league.season_pack(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION league.season_pack(text) TO hf_leaguely_app;
