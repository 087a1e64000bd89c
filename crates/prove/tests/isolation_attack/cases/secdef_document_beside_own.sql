-- finds: secdef_tenant_param app.take_in(uuid,jsonb)
-- bad:
-- The shelf must be one's own; the jars in the document are found by their labels alone.
CREATE TABLE app.shelf (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, title text NOT NULL);
CREATE TABLE app.jar (
  id uuid PRIMARY KEY, shelf_id uuid NOT NULL REFERENCES app.shelf, label text NOT NULL, remark text,
  UNIQUE (shelf_id, label));
INSERT INTO app.shelf VALUES
  ('a1a1a1a1-0000-4000-8000-000000000001', '11111111-1111-4111-8111-111111111111', 'upper'),
  ('b1b1b1b1-0000-4000-8000-000000000001', '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b lower');
INSERT INTO app.jar VALUES
  ('a2a2a2a2-0000-4000-8000-000000000001', 'a1a1a1a1-0000-4000-8000-000000000001', 'plum', 'sweet'),
  ('b2b2b2b2-0000-4000-8000-000000000001', 'b1b1b1b1-0000-4000-8000-000000000001', 'bulkhead_probe_b quince', 'bulkhead_probe_b sour');
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.jar ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.jar USING (shelf_id IN (SELECT s.id FROM app.shelf AS s));
GRANT SELECT ON app.shelf, app.jar TO app_user;
CREATE FUNCTION app.take_in(shelf uuid, jars jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.shelf AS s WHERE s.id = shelf
      AND s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) THEN
    RAISE EXCEPTION 'no such shelf';
  END IF;
  UPDATE app.jar AS j SET remark = r.remark
  FROM jsonb_to_recordset(jars) AS r (label text, remark text) WHERE lower(j.label) = lower(r.label);
END $$;
-- good:
-- The jars are those of the shelf.
CREATE TABLE app.shelf (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, title text NOT NULL);
CREATE TABLE app.jar (
  id uuid PRIMARY KEY, shelf_id uuid NOT NULL REFERENCES app.shelf, label text NOT NULL, remark text,
  UNIQUE (shelf_id, label));
INSERT INTO app.shelf VALUES
  ('a1a1a1a1-0000-4000-8000-000000000001', '11111111-1111-4111-8111-111111111111', 'upper'),
  ('b1b1b1b1-0000-4000-8000-000000000001', '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b lower');
INSERT INTO app.jar VALUES
  ('a2a2a2a2-0000-4000-8000-000000000001', 'a1a1a1a1-0000-4000-8000-000000000001', 'plum', 'sweet'),
  ('b2b2b2b2-0000-4000-8000-000000000001', 'b1b1b1b1-0000-4000-8000-000000000001', 'bulkhead_probe_b quince', 'bulkhead_probe_b sour');
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.jar ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.jar USING (shelf_id IN (SELECT s.id FROM app.shelf AS s));
GRANT SELECT ON app.shelf, app.jar TO app_user;
CREATE FUNCTION app.take_in(shelf uuid, jars jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.shelf AS s WHERE s.id = shelf
      AND s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) THEN
    RAISE EXCEPTION 'no such shelf';
  END IF;
  UPDATE app.jar AS j SET remark = r.remark
  FROM jsonb_to_recordset(jars) AS r (label text, remark text) WHERE lower(j.label) = lower(r.label) AND j.shelf_id = shelf;
END $$;
