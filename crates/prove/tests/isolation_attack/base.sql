-- Two tenants with notes, fenced as they should be. Every case starts from here.
CREATE ROLE keeper;
CREATE ROLE app_user;
CREATE ROLE reporter;
CREATE SCHEMA app AUTHORIZATION keeper;
GRANT USAGE ON SCHEMA app TO app_user, reporter;
SET ROLE keeper;
CREATE TABLE app.tenant (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.note (
  id integer PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  body text NOT NULL,
  pinned boolean NOT NULL DEFAULT false
);
INSERT INTO app.tenant VALUES
  ('11111111-1111-4111-8111-111111111111', 'Ash'),
  ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b birch');
INSERT INTO app.note VALUES
  (1, '11111111-1111-4111-8111-111111111111', 'ash keeps this'),
  (2, '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b first'),
  (3, '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b second');
ALTER TABLE app.tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.tenant USING (id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.note ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.note FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.note USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.tenant TO app_user, reporter;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.note TO app_user;
GRANT SELECT ON app.note TO reporter;
RESET ROLE;
