-- Harmless: the view runs with the rights of the reader, so each sees the notes of his own workspaces.
CREATE VIEW recent_notes WITH (security_invoker = true) AS
SELECT n.workspace_id, n.id, n.title, count(c.id) AS comments
FROM notes n LEFT JOIN comments c ON c.workspace_id = n.workspace_id AND c.note_id = n.id
GROUP BY n.workspace_id, n.id, n.title;
GRANT SELECT ON recent_notes TO hf_notes_app;
