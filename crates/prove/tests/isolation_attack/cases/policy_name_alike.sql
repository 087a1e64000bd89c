-- finds: policy_permissive_or app.note
-- bad:
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text, open boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, name));
INSERT INTO app.shelf VALUES ('11111111-1111-4111-8111-111111111111', 'upper'), ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b lower');
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.shelf FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.shelf TO app_user;
ALTER TABLE app.note ADD COLUMN shelf text NOT NULL DEFAULT 'lower';
-- The shelf that is open is A's own, and B has one that is called so.
CREATE POLICY on_shelf ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.shelf AS s WHERE s.open AND s.name = note.shelf));
-- good:
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text, open boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, name));
INSERT INTO app.shelf VALUES ('11111111-1111-4111-8111-111111111111', 'upper'), ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b lower');
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.shelf FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.shelf TO app_user;
ALTER TABLE app.note ADD COLUMN shelf text NOT NULL DEFAULT 'lower';
CREATE POLICY on_shelf ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.shelf AS s WHERE s.open AND (s.tenant_id, s.name) = (note.tenant_id, note.shelf)));
