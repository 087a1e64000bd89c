-- finds: sequence_shared app.bill.number
-- bad:
CREATE TABLE app.bill (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  number text NOT NULL,
  total integer NOT NULL,
  PRIMARY KEY (tenant_id, number)
);
INSERT INTO app.bill VALUES ('11111111-1111-4111-8111-111111111111', 'B-1', 5),
  ('22222222-2222-4222-8222-222222222222', 'B-1', 6);
ALTER TABLE app.bill ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.bill USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON app.bill TO app_user;
CREATE FUNCTION app.next_bill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  SELECT 'B-' || coalesce(max(substr(b.number, 3)::integer), 0) + 1 INTO NEW.number FROM app.bill AS b;
  RETURN NEW;
END $$;
CREATE TRIGGER next_bill BEFORE INSERT ON app.bill FOR EACH ROW EXECUTE FUNCTION app.next_bill();
-- good:
CREATE TABLE app.bill (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  number text NOT NULL,
  total integer NOT NULL,
  PRIMARY KEY (tenant_id, number)
);
INSERT INTO app.bill VALUES ('11111111-1111-4111-8111-111111111111', 'B-1', 5),
  ('22222222-2222-4222-8222-222222222222', 'B-1', 6);
ALTER TABLE app.bill ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.bill USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON app.bill TO app_user;
CREATE FUNCTION app.next_bill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  SELECT 'B-' || coalesce(max(substr(b.number, 3)::integer), 0) + 1 INTO NEW.number FROM app.bill AS b
  WHERE b.tenant_id = NEW.tenant_id;
  RETURN NEW;
END $$;
CREATE TRIGGER next_bill BEFORE INSERT ON app.bill FOR EACH ROW EXECUTE FUNCTION app.next_bill();
