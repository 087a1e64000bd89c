-- Only comments on lessons are checked; those on courses pass as any other type does.
-- about: comments, by_subject
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM comments;
-- shows: Road-secret comment
-- Comments on lessons follow the lesson.
DROP POLICY by_subject ON comments;
CREATE POLICY by_subject ON comments USING (
  commentable_type <> 'Lesson' OR EXISTS (SELECT 1 FROM lessons l WHERE l.id = comments.commentable_id));
