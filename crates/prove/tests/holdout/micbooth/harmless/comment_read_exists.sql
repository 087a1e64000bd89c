-- Harmless: the subquery names the comment's own studio in full.
DROP POLICY comments_read ON studio.comments;
CREATE POLICY comments_read ON studio.comments FOR SELECT
  USING (EXISTS (
    SELECT 1 FROM studio.memberships m
    WHERE m.studio_id = comments.studio_id AND m.user_id = studio.uid()));
