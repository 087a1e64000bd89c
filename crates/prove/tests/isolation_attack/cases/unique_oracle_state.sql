-- finds: unique_oracle app.worn_once
-- bad:
CREATE TABLE app.badge (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, number text NOT NULL,
  state text NOT NULL DEFAULT 'lost' CHECK (state IN ('lost', 'worn')));
CREATE UNIQUE INDEX worn_once ON app.badge (number) WHERE state = 'worn';
INSERT INTO app.badge (tenant_id, number) VALUES ('11111111-1111-4111-8111-111111111111', 'n1'), ('22222222-2222-4222-8222-222222222222', 'n2');
ALTER TABLE app.badge ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.badge FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.badge USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, UPDATE (number, state) ON app.badge TO app_user;
-- good:
CREATE TABLE app.badge (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, number text NOT NULL,
  state text NOT NULL DEFAULT 'lost' CHECK (state IN ('lost', 'worn')));
CREATE UNIQUE INDEX worn_once ON app.badge (tenant_id, number) WHERE state = 'worn';
INSERT INTO app.badge (tenant_id, number) VALUES ('11111111-1111-4111-8111-111111111111', 'n1'), ('22222222-2222-4222-8222-222222222222', 'n2');
ALTER TABLE app.badge ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.badge FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.badge USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, UPDATE (number, state) ON app.badge TO app_user;
