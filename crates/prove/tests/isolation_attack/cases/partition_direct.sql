-- finds: partition_direct app.event_b
-- bad:
CREATE TABLE app.event (id integer, tenant_id uuid NOT NULL, text text) PARTITION BY LIST (tenant_id);
CREATE TABLE app.event_a PARTITION OF app.event FOR VALUES IN ('11111111-1111-4111-8111-111111111111');
CREATE TABLE app.event_b PARTITION OF app.event FOR VALUES IN ('22222222-2222-4222-8222-222222222222');
INSERT INTO app.event SELECT 1, id, name FROM app.tenant;
ALTER TABLE app.event ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.event USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON ALL TABLES IN SCHEMA app TO app_user;
-- good:
CREATE TABLE app.event (id integer, tenant_id uuid NOT NULL, text text) PARTITION BY LIST (tenant_id);
CREATE TABLE app.event_a PARTITION OF app.event FOR VALUES IN ('11111111-1111-4111-8111-111111111111');
CREATE TABLE app.event_b PARTITION OF app.event FOR VALUES IN ('22222222-2222-4222-8222-222222222222');
INSERT INTO app.event SELECT 1, id, name FROM app.tenant;
ALTER TABLE app.event ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.event USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.event TO app_user;
