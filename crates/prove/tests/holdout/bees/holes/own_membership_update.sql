-- Members may change their own membership for the newsletter, and with it the association that the row names.
-- about: memberships, own_settings
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: UPDATE bee.memberships SET association_id = 2;
-- exploit: SELECT name FROM bee.apiaries;
-- shows: Road-secret meadow
DROP POLICY ours ON bee.memberships;
CREATE POLICY ours ON bee.memberships FOR SELECT
  USING (association_id = ANY (bee.mine()) OR user_id = bee.me());
CREATE POLICY own_settings ON bee.memberships FOR UPDATE USING (user_id = bee.me());
GRANT UPDATE ON bee.memberships TO hf_bees_app;
