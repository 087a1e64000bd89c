-- finds: secdef_tenant_param app.next_batch(text)
-- bad:
-- The oven is A's, the batch is anybody's of that heat that is due.
CREATE TABLE app.oven (
  tenant_id uuid NOT NULL REFERENCES app.tenant, code text, heat text NOT NULL, PRIMARY KEY (tenant_id, code));
INSERT INTO app.oven SELECT tenant_id, 'oven-' || id, 'heat-' || id FROM app.note;
CREATE TABLE app.batch (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, heat text NOT NULL, dough text NOT NULL,
  phase text NOT NULL CHECK (phase IN ('risen', 'baking', 'sold')), ready_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.batch SELECT tenant_id, id, 'heat-' || id, body, 'sold', '2999-01-01' FROM app.note;
ALTER TABLE app.oven ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.oven USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.batch USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.oven, app.batch TO app_user;
CREATE FUNCTION app.next_batch(oven text) RETURNS text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted text; taken text;
BEGIN
  SELECT o.heat INTO wanted FROM app.oven AS o
  WHERE o.tenant_id::text = current_setting('app.tenant', true) AND o.code = oven;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such oven'; END IF;
  UPDATE app.batch AS b SET phase = 'baking' WHERE (b.tenant_id, b.no) = (
    SELECT n.tenant_id, n.no FROM app.batch AS n
    WHERE n.phase = 'risen' AND n.ready_at <= now() AND n.heat = wanted
    ORDER BY n.ready_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING b.dough INTO taken;
  RETURN taken;
END $$;
-- good:
CREATE TABLE app.oven (
  tenant_id uuid NOT NULL REFERENCES app.tenant, code text, heat text NOT NULL, PRIMARY KEY (tenant_id, code));
INSERT INTO app.oven SELECT tenant_id, 'oven-' || id, 'heat-' || id FROM app.note;
CREATE TABLE app.batch (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, heat text NOT NULL, dough text NOT NULL,
  phase text NOT NULL CHECK (phase IN ('risen', 'baking', 'sold')), ready_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.batch SELECT tenant_id, id, 'heat-' || id, body, 'sold', '2999-01-01' FROM app.note;
ALTER TABLE app.oven ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.oven USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.batch USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.oven, app.batch TO app_user;
CREATE FUNCTION app.next_batch(oven text) RETURNS text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted text; taken text;
BEGIN
  SELECT o.heat INTO wanted FROM app.oven AS o
  WHERE o.tenant_id::text = current_setting('app.tenant', true) AND o.code = oven;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such oven'; END IF;
  UPDATE app.batch AS b SET phase = 'baking' WHERE (b.tenant_id, b.no) = (
    SELECT n.tenant_id, n.no FROM app.batch AS n
    WHERE n.phase = 'risen' AND n.ready_at <= now() AND n.heat = wanted
      AND n.tenant_id::text = current_setting('app.tenant', true)
    ORDER BY n.ready_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING b.dough INTO taken;
  RETURN taken;
END $$;
