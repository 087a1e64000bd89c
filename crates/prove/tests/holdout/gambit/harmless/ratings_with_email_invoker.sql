-- The view made anew with its option kept, so it still has the caller's rights.
DROP VIEW chess.ratings;
CREATE VIEW chess.ratings WITH (security_invoker = true) AS
SELECT club, member_no, full_name, email, rating, rank() OVER (ORDER BY rating DESC) AS place
FROM chess.members;
GRANT SELECT ON chess.ratings TO hf_gambit_app;
