-- The number of the federation is unique over all clubs: a refused number tells that the player is elsewhere.
-- about: members_fed_id_key, members
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: UPDATE chess.members SET fed_id = 777001 WHERE member_no = 1;
-- shows: duplicate key value
-- A player has one number, and two members with one number broke the upload of ratings.
ALTER TABLE chess.members DROP CONSTRAINT members_club_fed_id_key;
ALTER TABLE chess.members ADD CONSTRAINT members_fed_id_key UNIQUE (fed_id);
