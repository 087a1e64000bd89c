INSERT INTO chess.openings (eco, name) VALUES ('C20', 'King pawn'), ('D00', 'Queen pawn');
INSERT INTO chess.clubs (slug, name) VALUES ('rook', 'Rook club'), ('bishop', 'Pawn-secret club');
INSERT INTO chess.members (club, member_no, full_name, email, fed_id, rating) VALUES
  ('rook', 1, 'Own one', 'a@a.example', 500001, 1500), ('rook', 2, 'Own two', NULL, 500002, 1510),
  ('bishop', 1, 'Pawn-secret one', 'b@b.example', 777001, 1843),
  ('bishop', 2, 'Pawn-secret two', NULL, 777002, 1700);
INSERT INTO chess.tournaments (club, code, title, starts_on, open) VALUES
  ('rook', 'spring', 'Own spring', '2024-04-01', true),
  ('bishop', 'winter', 'Pawn-secret winter', '2024-01-05', true);
INSERT INTO chess.entries (club, tournament, member_no, note) VALUES
  ('rook', 'spring', 1, 'own'), ('bishop', 'winter', 1, 'Pawn-secret late');
INSERT INTO chess.games (club, id, tournament, round, white, black, result, moves) VALUES
  ('rook', 'a5000000-0000-4000-8000-000000000001', 'spring', 1, 1, 2, '1-0', 'own'),
  ('bishop', 'b5000000-0000-4000-8000-000000000001', 'winter', 1, 1, 2, '1/2', 'Pawn-secret moves');
INSERT INTO chess.game_notes (club, game_id, ply, body) VALUES
  ('rook', 'a5000000-0000-4000-8000-000000000001', 3, 'own'),
  ('bishop', 'b5000000-0000-4000-8000-000000000001', 3, 'Pawn-secret plan');
INSERT INTO chess.dues (club, member_no, season, cents) VALUES ('rook', 1, 2024, 100),
  ('bishop', 1, 2024, 61239);
INSERT INTO chess.rooms (club, name, boards) VALUES ('rook', 'Cellar', 8), ('bishop', 'Pawn-secret hall', 20);
DO $$
BEGIN
  -- Only some changes add these tables.
  IF to_regclass('chess.games_archive') IS NOT NULL THEN
    INSERT INTO chess.games_archive (club, tournament, round, white, black, moves)
    VALUES ('bishop', 'autumn', 1, 1, 2, 'Pawn-secret archive');
  END IF;
  IF to_regclass('chess.invitations') IS NOT NULL THEN
    INSERT INTO chess.invitations (club, email) VALUES ('bishop', 'Pawn-secret@b.example');
  END IF;
END
$$;
