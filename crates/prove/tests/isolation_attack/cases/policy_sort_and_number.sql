-- finds: policy_permissive_or app.remark
-- bad:
-- Remarks are seen with the card that they are on, which is known by a number that each tenant has.
CREATE TABLE app.card (tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, PRIMARY KEY (tenant_id, number));
INSERT INTO app.card VALUES
  ('11111111-1111-4111-8111-111111111111', 5), ('22222222-2222-4222-8222-222222222222', 6);
CREATE TABLE app.remark (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, kind text NOT NULL, thing integer NOT NULL,
  body text, PRIMARY KEY (tenant_id, number));
INSERT INTO app.remark VALUES
  ('11111111-1111-4111-8111-111111111111', 1, 'note', 1, 'ours'),
  ('22222222-2222-4222-8222-222222222222', 1, 'note', 2, 'bulkhead_probe_b remark');
ALTER TABLE app.card ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.card USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.remark USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.card, app.remark TO app_user;
CREATE POLICY of_cards ON app.remark FOR SELECT USING (
  kind = 'card' AND EXISTS (SELECT FROM app.card AS c WHERE c.number = remark.thing));
-- good:
-- The card is of the same tenant.
CREATE TABLE app.card (tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, PRIMARY KEY (tenant_id, number));
INSERT INTO app.card VALUES
  ('11111111-1111-4111-8111-111111111111', 5), ('22222222-2222-4222-8222-222222222222', 6);
CREATE TABLE app.remark (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, kind text NOT NULL, thing integer NOT NULL,
  body text, PRIMARY KEY (tenant_id, number));
INSERT INTO app.remark VALUES
  ('11111111-1111-4111-8111-111111111111', 1, 'note', 1, 'ours'),
  ('22222222-2222-4222-8222-222222222222', 1, 'note', 2, 'bulkhead_probe_b remark');
ALTER TABLE app.card ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.card USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.remark USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.card, app.remark TO app_user;
CREATE POLICY of_cards ON app.remark FOR SELECT USING (
  kind = 'card' AND EXISTS (SELECT FROM app.card AS c WHERE c.number = remark.thing AND c.tenant_id = remark.tenant_id));
