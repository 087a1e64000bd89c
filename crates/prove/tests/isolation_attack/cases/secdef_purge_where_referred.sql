-- finds: secdef_unfiltered app.sweep(integer)
-- bad:
-- What is older than some days goes; of that which bills refer to, nothing does.
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, called text NOT NULL, gone_at timestamptz,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.guest SELECT tenant_id, id, body FROM app.note;
CREATE TABLE app.bill (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, guest_nr integer, PRIMARY KEY (tenant_id, nr),
  FOREIGN KEY (tenant_id, guest_nr) REFERENCES app.guest);
INSERT INTO app.bill SELECT tenant_id, nr, nr FROM app.guest;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.bill ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.sweep(after_days integer) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF after_days < 14 THEN
    RAISE EXCEPTION 'too early';
  END IF;
  DELETE FROM app.guest AS g WHERE g.gone_at < now() - make_interval(days => after_days);
END $$;
-- good:
-- What is older than some days goes; of that which bills refer to, nothing does.
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, called text NOT NULL, gone_at timestamptz,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.guest SELECT tenant_id, id, body FROM app.note;
CREATE TABLE app.bill (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, guest_nr integer, PRIMARY KEY (tenant_id, nr),
  FOREIGN KEY (tenant_id, guest_nr) REFERENCES app.guest);
INSERT INTO app.bill SELECT tenant_id, nr, nr FROM app.guest;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.bill ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.sweep(after_days integer) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF after_days < 14 THEN
    RAISE EXCEPTION 'too early';
  END IF;
  DELETE FROM app.guest AS g WHERE g.gone_at < now() - make_interval(days => after_days) AND g.tenant_id::text = current_setting('app.tenant', true);
END $$;
