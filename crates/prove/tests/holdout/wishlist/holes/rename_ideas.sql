-- The view that keeps the old name of the table alive reads with its owner's rights, so all ideas can be
-- read and changed.
-- about: ideas, requests
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM ideas;
-- shows: Road-secret idea
-- Ideas are called requests now; the old name stays until the next release.
ALTER TABLE ideas RENAME TO requests;
CREATE VIEW ideas AS SELECT * FROM requests;
GRANT SELECT, INSERT, UPDATE, DELETE ON ideas TO hf_wishlist_app;
