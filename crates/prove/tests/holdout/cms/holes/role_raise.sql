-- Admins change roles of their site; the check does not look at the new row, so an own member goes to another
-- site.
-- about: site_members, admin_changes
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a2000000-0000-0000-0000-000000000000"}';
-- exploit: UPDATE cms.site_members SET site_id = 'b1000000-0000-0000-0000-000000000000';
-- exploit: SELECT title FROM cms.pages;
-- shows: Launch-secret
GRANT UPDATE ON cms.site_members TO hf_cms_app;
CREATE POLICY admin_changes ON cms.site_members FOR UPDATE TO hf_cms_app
  USING (cms.has_role(site_id, '{admin}')) WITH CHECK (role <> 'admin' OR user_id = cms.uid());
