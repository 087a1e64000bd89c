-- A login reads comments of other accounts whose report has the same number as one of its own.
-- about: comments, comments_of_visible_reports, reports
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT body FROM comments;
-- shows: Road-secret fix is not out
CREATE POLICY comments_of_visible_reports ON comments FOR SELECT
  USING (commentable_type = 'Report'
    AND EXISTS (SELECT 1 FROM reports r WHERE r.id = comments.commentable_id));
