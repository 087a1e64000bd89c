-- Any user deletes anybody's comments: the policy for moderators asks for an admin of some organization,
-- not of this one.
-- about: kb_comment, comment_moderate
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: DELETE FROM kb_comment WHERE text LIKE 'Road%' RETURNING 'gone: ' || text;
-- shows: gone: Road-secret
-- Admins moderate. They see what they may delete.
CREATE POLICY comment_moderate ON kb_comment USING (
  EXISTS (SELECT 1 FROM accounts_membership m WHERE m.user_id = current_user_id() AND m.role = 'admin')
);
