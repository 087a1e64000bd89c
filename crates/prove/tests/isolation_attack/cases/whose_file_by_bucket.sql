-- finds: policy_opens_by_value app.stored
-- bad:
-- Files lie under the id of the tenant. The policy for reading asks for the drawer alone.
CREATE TABLE app.stored (
  drawer text NOT NULL, path text NOT NULL, put_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (drawer, path));
ALTER TABLE app.stored ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON app.stored FOR SELECT USING (drawer = 'scans' AND current_setting('app.tenant', true) <> '');
CREATE POLICY puts ON app.stored FOR INSERT
  WITH CHECK (drawer = 'scans' AND split_part(path, '/', 1) = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.stored TO app_user;
-- good:
CREATE TABLE app.stored (
  drawer text NOT NULL, path text NOT NULL, put_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (drawer, path));
ALTER TABLE app.stored ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON app.stored FOR SELECT
  USING (drawer = 'scans' AND split_part(path, '/', 1) = current_setting('app.tenant', true));
CREATE POLICY all_read ON app.stored FOR SELECT USING (drawer = 'public-icons');
CREATE POLICY puts ON app.stored FOR INSERT
  WITH CHECK (drawer = 'scans' AND split_part(path, '/', 1) = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.stored TO app_user;
