-- finds: policy_opens_by_value app.note
-- bad:
CREATE TABLE app.reader (
  tenant_id uuid NOT NULL REFERENCES app.tenant, guest uuid NOT NULL, withdrawn_at timestamptz,
  PRIMARY KEY (tenant_id, guest));
INSERT INTO app.reader SELECT id, gen_random_uuid() FROM app.tenant;
ALTER TABLE app.reader ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.reader USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY invited ON app.reader FOR SELECT
  USING (guest::text = current_setting('app.tenant', true) AND withdrawn_at IS NULL);
GRANT SELECT ON app.reader TO app_user, reporter;
-- The right to read along can be withdrawn, and the policy does not ask whether it was.
CREATE FUNCTION app.may_read(whose uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.reader AS r
    WHERE r.tenant_id = whose AND r.guest::text = current_setting('app.tenant', true))$$;
CREATE POLICY along ON app.note FOR SELECT USING (app.may_read(tenant_id));
-- good:
CREATE TABLE app.reader (
  tenant_id uuid NOT NULL REFERENCES app.tenant, guest uuid NOT NULL, withdrawn_at timestamptz,
  PRIMARY KEY (tenant_id, guest));
INSERT INTO app.reader SELECT id, gen_random_uuid() FROM app.tenant;
ALTER TABLE app.reader ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.reader USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY invited ON app.reader FOR SELECT
  USING (guest::text = current_setting('app.tenant', true) AND withdrawn_at IS NULL);
GRANT SELECT ON app.reader TO app_user, reporter;
CREATE POLICY along ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.reader AS r WHERE r.tenant_id = note.tenant_id AND r.withdrawn_at IS NULL
    AND r.guest::text = current_setting('app.tenant', true)));
