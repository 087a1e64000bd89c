-- A person may leave a space: the policy deletes only its own membership.
CREATE POLICY members_leave ON kb.members FOR DELETE
  USING (user_id = kb.uid() AND space_id IN (SELECT kb.my_spaces()));
GRANT DELETE ON kb.members TO hf_wisebase_app;
