-- A member may leave a choir: the policy lets only the own row go, and nothing can be joined.
CREATE POLICY members_leave ON choir.members FOR DELETE USING (user_id = choir.me());
GRANT DELETE ON choir.members TO hf_choirs_app;
