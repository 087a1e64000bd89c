-- The join of the view goes by id and type but not by network: a comment on a foreign id shows the title it
-- belongs to.
-- about: comment_titles
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: INSERT INTO comments (network_id, commentable_type, commentable_id, body)
-- exploit: VALUES (1, 'episode', '2e000000-0000-4000-8000-000000000001', 'probe');
-- exploit: SELECT about FROM comment_titles WHERE body = 'probe';
-- shows: Road-secret one
CREATE VIEW comment_titles WITH (security_barrier = true) AS
  SELECT c.id, c.body, coalesce(e.title, s.title) AS about
    FROM comments c
    LEFT JOIN episodes e ON c.commentable_type = 'episode' AND e.id = c.commentable_id
    LEFT JOIN shows s ON c.commentable_type = 'show' AND s.id = c.commentable_id
   WHERE c.network_id = app_network();
GRANT SELECT ON comment_titles TO hf_podcasts_app;
