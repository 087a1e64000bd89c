-- Open tournaments are shown to guests, and the policy has no club: all clubs read them.
-- about: tournaments, tournaments_open
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: SELECT title FROM chess.tournaments;
-- shows: Pawn-secret winter
CREATE POLICY tournaments_open ON chess.tournaments FOR SELECT
  USING (open);
