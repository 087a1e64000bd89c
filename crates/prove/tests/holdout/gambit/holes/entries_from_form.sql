-- The insert policy asks only that a club is set, not which: entries can be written into other clubs.
-- about: entries, club_insert
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: INSERT INTO chess.entries (club, tournament, member_no) VALUES ('bishop', 'winter', 2);
-- shows: INSERT 0 1
-- Entries also come from the public form.
DROP POLICY club_insert ON chess.entries;
CREATE POLICY club_insert ON chess.entries FOR INSERT TO hf_gambit_app
  WITH CHECK (chess.club() IS NOT NULL);
