-- Admins change the role of members: only that column is granted, and old and new row are of a site of
-- theirs.
GRANT UPDATE (role) ON cms.site_members TO hf_cms_app;
CREATE POLICY admin_changes ON cms.site_members FOR UPDATE TO hf_cms_app
  USING (cms.has_role(site_id, '{admin}')) WITH CHECK (cms.has_role(site_id, '{admin}'));
