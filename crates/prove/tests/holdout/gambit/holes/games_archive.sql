-- The archive is made like the table of games, but LIKE copies no policies: every club reads all of it.
-- about: games_archive
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: SELECT moves FROM chess.games_archive;
-- shows: Pawn-secret archive
CREATE TABLE chess.games_archive (LIKE chess.games INCLUDING ALL);
GRANT SELECT, INSERT ON chess.games_archive TO hf_gambit_app;
