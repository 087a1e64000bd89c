-- Members change the one column for the newsletter in their own membership; the rest is not granted.
CREATE POLICY own_settings ON bee.memberships FOR UPDATE USING (user_id = bee.me());
GRANT UPDATE (newsletter) ON bee.memberships TO hf_bees_app;
