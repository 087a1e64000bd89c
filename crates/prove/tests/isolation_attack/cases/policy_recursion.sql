-- finds: policy_recursion app.party
-- bad:
-- Who is at a party sees who else is there; that asks for the same table again.
CREATE TABLE app.party (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  room text NOT NULL,
  guest text NOT NULL,
  PRIMARY KEY (tenant_id, room, guest)
);
INSERT INTO app.party VALUES
  ('11111111-1111-4111-8111-111111111111', 'hall', 'Ash'),
  ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b attic', 'bulkhead_probe_b Birch');
ALTER TABLE app.party ENABLE ROW LEVEL SECURITY;
CREATE POLICY there ON app.party USING (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  AND room IN (SELECT p.room FROM app.party AS p WHERE p.guest <> '')
);
GRANT SELECT ON app.party TO app_user;
-- good:
CREATE TABLE app.party (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  room text NOT NULL,
  guest text NOT NULL,
  PRIMARY KEY (tenant_id, room, guest)
);
INSERT INTO app.party VALUES
  ('11111111-1111-4111-8111-111111111111', 'hall', 'Ash'),
  ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b attic', 'bulkhead_probe_b Birch');
ALTER TABLE app.party ENABLE ROW LEVEL SECURITY;
CREATE POLICY there ON app.party USING (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  AND tenant_id IN (SELECT t.id FROM app.tenant AS t)
);
GRANT SELECT ON app.party TO app_user;
