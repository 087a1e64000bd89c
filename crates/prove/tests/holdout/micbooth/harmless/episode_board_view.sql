-- Harmless: the board's view has the caller's rights, so the policies of its tables hold.
CREATE VIEW studio.episode_board WITH (security_invoker = true) AS
SELECT s.studio_id, s.title AS show_title, e.number, e.title, e.notes, e.status
FROM studio.episodes e
JOIN studio.shows s ON s.studio_id = e.studio_id AND s.id = e.show_id;
REVOKE INSERT, UPDATE, DELETE ON studio.episode_board FROM hf_micbooth_app;
