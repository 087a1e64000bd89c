-- The bare studio_id in the subquery is the membership's own, so any member reads every studio's comments.
-- about: comments, comments_read
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT body FROM studio.comments;
-- shows: Road-secret comment
DROP POLICY comments_read ON studio.comments;
CREATE POLICY comments_read ON studio.comments FOR SELECT
  USING (EXISTS (
    SELECT 1 FROM studio.memberships m
    WHERE m.studio_id = studio_id AND m.user_id = studio.uid()));
