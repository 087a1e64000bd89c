-- The view is made anew without its option, so it has its owner's rights and lists the members of all clubs.
-- about: ratings, members
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: SELECT full_name, email FROM chess.ratings;
-- shows: Pawn-secret one
DROP VIEW chess.ratings;
CREATE VIEW chess.ratings AS
SELECT club, member_no, full_name, email, rating, rank() OVER (ORDER BY rating DESC) AS place
FROM chess.members;
GRANT SELECT ON chess.ratings TO hf_gambit_app;
