-- Harmless: a member may take his own membership away, and no other one.
GRANT DELETE ON members TO hf_notes_app;
CREATE POLICY members_leave ON members FOR DELETE USING (user_id = auth.uid() AND role <> 'owner');
