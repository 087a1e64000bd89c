-- finds: secdef_tenant_param app.pour(integer,integer,numeric)
-- bad:
CREATE TABLE app.tank (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, litres numeric NOT NULL CHECK (litres >= 0),
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.tank SELECT tenant_id, 40 + id, 20 FROM app.note;
ALTER TABLE app.tank ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.tank USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.tank TO app_user;
CREATE FUNCTION app.pour(out_no integer, into_no integer, amount numeric) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.tank SET litres = litres + amount WHERE no = into_no
    AND tenant_id::text = current_setting('app.tenant', true);
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such tank'; END IF;
  UPDATE app.tank SET litres = litres - amount WHERE no = out_no;
END $$;
-- good:
CREATE TABLE app.tank (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, litres numeric NOT NULL CHECK (litres >= 0),
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.tank SELECT tenant_id, 40 + id, 20 FROM app.note;
ALTER TABLE app.tank ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.tank USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.tank TO app_user;
CREATE FUNCTION app.pour(out_no integer, into_no integer, amount numeric) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.tank SET litres = litres + amount WHERE no = into_no
    AND tenant_id::text = current_setting('app.tenant', true);
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such tank'; END IF;
  UPDATE app.tank SET litres = litres - amount WHERE no = out_no
    AND tenant_id::text = current_setting('app.tenant', true);
END $$;
