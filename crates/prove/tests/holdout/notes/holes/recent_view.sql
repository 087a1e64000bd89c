-- The view runs with the rights of its owner, a superuser, so the policies below do not hold.
-- about: recent_notes
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT title, comments FROM recent_notes;
-- shows: Road-secret merger
-- For the start page.
CREATE VIEW recent_notes AS
SELECT n.workspace_id, n.id, n.title, count(c.id) AS comments
FROM notes n LEFT JOIN comments c ON c.workspace_id = n.workspace_id AND c.note_id = n.id
GROUP BY n.workspace_id, n.id, n.title;
GRANT SELECT ON recent_notes TO hf_notes_app;
