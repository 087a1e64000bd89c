-- Admins change the role of members, but only in an organization where they are admins themselves.
CREATE POLICY org_members_promote ON org_members FOR UPDATE USING (is_admin(org_id));
GRANT UPDATE (role) ON org_members TO hf_wishlist_app;
