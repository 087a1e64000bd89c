-- A login reads medical notes of all players, as the new table has a policy but row security was never
-- enabled.
-- about: player_medical, keep_medical, players
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: SELECT medical FROM league.player_medical;
-- shows: Road-secret heart
CREATE TABLE league.player_medical (
  player_id uuid PRIMARY KEY REFERENCES league.players (id) ON DELETE CASCADE,
  medical text NOT NULL
);
INSERT INTO league.player_medical SELECT id, medical FROM league.players WHERE medical IS NOT NULL;
CREATE POLICY own ON league.player_medical
  USING (EXISTS (SELECT 1 FROM league.players p WHERE p.id = player_medical.player_id));
GRANT SELECT ON league.player_medical TO hf_leaguely_app;
-- Until all writers are changed, the new table follows the old column.
CREATE FUNCTION league.keep_medical() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.medical IS NOT NULL THEN
    INSERT INTO league.player_medical (player_id, medical) VALUES (NEW.id, NEW.medical)
      ON CONFLICT (player_id) DO UPDATE SET medical = EXCLUDED.medical;
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION league.keep_medical() FROM PUBLIC;
CREATE TRIGGER players_keep_medical AFTER INSERT OR UPDATE ON league.players
  FOR EACH ROW EXECUTE FUNCTION league.keep_medical();
