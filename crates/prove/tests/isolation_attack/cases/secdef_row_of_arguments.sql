-- finds: secdef_tenant_param app.vacate(text,integer)
-- bad:
CREATE TABLE app.berth (
  tenant_id uuid NOT NULL REFERENCES app.tenant, pier text, slot integer, boat text,
  PRIMARY KEY (tenant_id, pier, slot));
INSERT INTO app.berth SELECT tenant_id, 'pier ' || left(body, 3), 40 + id, 'boat' FROM app.note;
ALTER TABLE app.berth ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.berth USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.berth TO app_user;
CREATE FUNCTION app.vacate(at_pier text, berth_slot integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  UPDATE app.berth SET boat = NULL WHERE pier = at_pier AND slot = berth_slot$$;
-- good:
CREATE TABLE app.berth (
  tenant_id uuid NOT NULL REFERENCES app.tenant, pier text, slot integer, boat text,
  PRIMARY KEY (tenant_id, pier, slot));
INSERT INTO app.berth SELECT tenant_id, 'pier ' || left(body, 3), 40 + id, 'boat' FROM app.note;
ALTER TABLE app.berth ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.berth USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.berth TO app_user;
CREATE FUNCTION app.vacate(at_pier text, berth_slot integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  UPDATE app.berth SET boat = NULL WHERE pier = at_pier AND slot = berth_slot
    AND tenant_id::text = current_setting('app.tenant', true)$$;
