-- The helper runs as its owner and asks only whether the game exists, so the notes of all clubs are shown.
-- about: game_notes, club_select, game_exists
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: SELECT body FROM chess.game_notes;
-- shows: Pawn-secret plan
-- Notes are shown when their game is there.
CREATE FUNCTION chess.game_exists(p_game uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = chess, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM games g WHERE g.id = p_game) $$;
ALTER POLICY club_select ON chess.game_notes
  USING (chess.game_exists(game_id));
