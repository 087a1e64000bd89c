-- finds: secdef_tenant_param app.send_off(integer)
-- bad:
-- It takes a parcel in one stage, and no row elsewhere that stands against it.
CREATE TABLE app.parcel (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, sender text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('packed', 'sealed', 'gone')), PRIMARY KEY (tenant_id, no));
INSERT INTO app.parcel SELECT tenant_id, 70 + id, body, 'packed' FROM app.note;
CREATE TABLE app.doubt (
  tenant_id uuid NOT NULL, parcel_no integer, wording text NOT NULL, PRIMARY KEY (tenant_id, parcel_no),
  FOREIGN KEY (tenant_id, parcel_no) REFERENCES app.parcel);
INSERT INTO app.doubt SELECT tenant_id, no, sender FROM app.parcel;
ALTER TABLE app.parcel ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.parcel USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.doubt ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.doubt USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.parcel, app.doubt TO app_user;
CREATE FUNCTION app.send_off(which integer) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM app.doubt AS d WHERE d.parcel_no = which) THEN
    RAISE EXCEPTION 'somebody has doubts';
  END IF;
  UPDATE app.parcel SET stage = 'gone' WHERE no = which AND stage = 'sealed';
END $$;
-- good:
CREATE TABLE app.parcel (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, sender text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('packed', 'sealed', 'gone')), PRIMARY KEY (tenant_id, no));
INSERT INTO app.parcel SELECT tenant_id, 70 + id, body, 'packed' FROM app.note;
CREATE TABLE app.doubt (
  tenant_id uuid NOT NULL, parcel_no integer, wording text NOT NULL, PRIMARY KEY (tenant_id, parcel_no),
  FOREIGN KEY (tenant_id, parcel_no) REFERENCES app.parcel);
INSERT INTO app.doubt SELECT tenant_id, no, sender FROM app.parcel;
ALTER TABLE app.parcel ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.parcel USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.doubt ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.doubt USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.parcel, app.doubt TO app_user;
CREATE FUNCTION app.send_off(which integer) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM app.doubt AS d WHERE d.parcel_no = which) THEN
    RAISE EXCEPTION 'somebody has doubts';
  END IF;
  UPDATE app.parcel SET stage = 'gone' WHERE no = which AND stage = 'sealed'
    AND tenant_id::text = current_setting('app.tenant', true);
END $$;
