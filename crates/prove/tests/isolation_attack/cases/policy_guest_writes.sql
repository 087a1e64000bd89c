-- finds: policy_opens_by_value app.note
-- bad:
-- A note that is lent is there to be read, and the policy holds for every verb.
CREATE TABLE app.loan (
  tenant_id uuid NOT NULL REFERENCES app.tenant, note_id integer NOT NULL, guest uuid NOT NULL, ended_on date,
  PRIMARY KEY (tenant_id, note_id, guest));
INSERT INTO app.loan VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '33333333-3333-4333-8333-333333333333', NULL),
  ('22222222-2222-4222-8222-222222222222', 2, '33333333-3333-4333-8333-333333333333', '2025-01-01');
ALTER TABLE app.loan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.loan USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY seen ON app.loan FOR SELECT USING (guest = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON app.loan TO app_user;
CREATE POLICY lent ON app.note USING (EXISTS (
  SELECT FROM app.loan AS l WHERE l.tenant_id = note.tenant_id AND l.note_id = note.id AND l.ended_on IS NULL
    AND l.guest = nullif(current_setting('app.tenant', true), '')::uuid));
-- good:
-- A note that is lent can be read.
CREATE TABLE app.loan (
  tenant_id uuid NOT NULL REFERENCES app.tenant, note_id integer NOT NULL, guest uuid NOT NULL, ended_on date,
  PRIMARY KEY (tenant_id, note_id, guest));
INSERT INTO app.loan VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '33333333-3333-4333-8333-333333333333', NULL),
  ('22222222-2222-4222-8222-222222222222', 2, '33333333-3333-4333-8333-333333333333', '2025-01-01');
ALTER TABLE app.loan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.loan USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY seen ON app.loan FOR SELECT USING (guest = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON app.loan TO app_user;
CREATE POLICY lent ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.loan AS l WHERE l.tenant_id = note.tenant_id AND l.note_id = note.id AND l.ended_on IS NULL
    AND l.guest = nullif(current_setting('app.tenant', true), '')::uuid));
