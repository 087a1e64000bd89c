-- The board's view runs with its owner's rights, so every studio's drafts are listed in it.
-- about: episode_board, episodes, shows
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title, notes FROM studio.episode_board;
-- shows: Road-secret notes
CREATE VIEW studio.episode_board AS
SELECT s.studio_id, s.title AS show_title, e.number, e.title, e.notes, e.status
FROM studio.episodes e
JOIN studio.shows s ON s.studio_id = e.studio_id AND s.id = e.show_id;
REVOKE INSERT, UPDATE, DELETE ON studio.episode_board FROM hf_micbooth_app;
