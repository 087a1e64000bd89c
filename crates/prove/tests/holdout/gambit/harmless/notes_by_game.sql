-- Notes are shown when the caller sees their game: the policy of games narrows the inner query to the club.
ALTER POLICY club_select ON chess.game_notes
  USING (EXISTS (
    SELECT 1 FROM chess.games g WHERE g.club = game_notes.club AND g.id = game_notes.game_id));
