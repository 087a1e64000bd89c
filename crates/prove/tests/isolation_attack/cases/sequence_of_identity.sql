-- finds: sequence_shared app.claim.ticket
-- bad:
CREATE TABLE app.claim (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  code text NOT NULL,
  ticket bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, code)
);
INSERT INTO app.claim (tenant_id, code) SELECT id, 'c-1' FROM app.tenant;
ALTER TABLE app.claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.claim USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON app.claim TO app_user;
-- good:
CREATE TABLE app.claim (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  code text NOT NULL,
  ticket bigint NOT NULL DEFAULT extract(epoch FROM clock_timestamp()) * 1000,
  PRIMARY KEY (tenant_id, code)
);
INSERT INTO app.claim (tenant_id, code) SELECT id, 'c-1' FROM app.tenant;
ALTER TABLE app.claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.claim USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON app.claim TO app_user;
