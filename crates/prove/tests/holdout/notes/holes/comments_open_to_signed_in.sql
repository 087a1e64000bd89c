-- Any signed-in user reads every comment, for the policy asks only whether there is a user.
-- about: comments, comments_mentions
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT body FROM comments;
-- shows: Road-secret comment
-- People who are mentioned from outside must be able to open the comment.
CREATE POLICY comments_mentions ON comments FOR SELECT USING (auth.uid() IS NOT NULL);
