-- The new table has row security enabled and forced, and a policy by the player: harmless.
CREATE TABLE league.player_medical (
  player_id uuid PRIMARY KEY REFERENCES league.players (id) ON DELETE CASCADE,
  medical text NOT NULL
);
INSERT INTO league.player_medical SELECT id, medical FROM league.players WHERE medical IS NOT NULL;
ALTER TABLE league.player_medical ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.player_medical FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON league.player_medical
  USING (EXISTS (SELECT 1 FROM league.players p WHERE p.id = player_medical.player_id));
GRANT SELECT, INSERT, DELETE ON league.player_medical TO hf_leaguely_app;
