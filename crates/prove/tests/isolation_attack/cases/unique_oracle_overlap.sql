-- finds: unique_oracle app.once
-- bad:
CREATE TABLE app.rider (
  tenant_id uuid NOT NULL REFERENCES app.tenant, id integer, phone text NOT NULL, PRIMARY KEY (tenant_id, id));
INSERT INTO app.rider VALUES ('11111111-1111-4111-8111-111111111111', 1, '+1'), ('22222222-2222-4222-8222-222222222222', 1, '+2');
ALTER TABLE app.rider ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.rider FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.rider USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.rider TO app_user;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE app.ride (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, rider_id integer NOT NULL, phone text,
  during tsrange NOT NULL, state text NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'on')),
  FOREIGN KEY (tenant_id, rider_id) REFERENCES app.rider,
  CONSTRAINT once EXCLUDE USING gist (phone WITH =, during WITH &&) WHERE (state = 'on'));
INSERT INTO app.ride (tenant_id, rider_id, during) VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '[2020-01-01, 2020-01-02)'), ('22222222-2222-4222-8222-222222222222', 1, '[2021-01-01, 2021-01-02)');
ALTER TABLE app.ride ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.ride FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.ride USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.ride TO app_user;
CREATE FUNCTION app.copy_phone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT r.phone INTO NEW.phone FROM app.rider AS r WHERE r.tenant_id = NEW.tenant_id AND r.id = NEW.rider_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER phone BEFORE INSERT OR UPDATE ON app.ride FOR EACH ROW EXECUTE FUNCTION app.copy_phone();
-- good:
CREATE TABLE app.rider (
  tenant_id uuid NOT NULL REFERENCES app.tenant, id integer, phone text NOT NULL, PRIMARY KEY (tenant_id, id));
INSERT INTO app.rider VALUES ('11111111-1111-4111-8111-111111111111', 1, '+1'), ('22222222-2222-4222-8222-222222222222', 1, '+2');
ALTER TABLE app.rider ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.rider FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.rider USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.rider TO app_user;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE app.ride (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, rider_id integer NOT NULL, phone text,
  during tsrange NOT NULL, state text NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'on')),
  FOREIGN KEY (tenant_id, rider_id) REFERENCES app.rider,
  CONSTRAINT once EXCLUDE USING gist (tenant_id WITH =, phone WITH =, during WITH &&) WHERE (state = 'on'));
INSERT INTO app.ride (tenant_id, rider_id, during) VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '[2020-01-01, 2020-01-02)'), ('22222222-2222-4222-8222-222222222222', 1, '[2021-01-01, 2021-01-02)');
ALTER TABLE app.ride ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.ride FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.ride USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.ride TO app_user;
CREATE FUNCTION app.copy_phone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT r.phone INTO NEW.phone FROM app.rider AS r WHERE r.tenant_id = NEW.tenant_id AND r.id = NEW.rider_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER phone BEFORE INSERT OR UPDATE ON app.ride FOR EACH ROW EXECUTE FUNCTION app.copy_phone();
