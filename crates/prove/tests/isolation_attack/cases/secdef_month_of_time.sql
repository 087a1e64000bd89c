-- finds: secdef_unfiltered app.trips_of(text)
-- bad:
CREATE TABLE app.trip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, left_at timestamptz NOT NULL, goal text NOT NULL,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.trip SELECT tenant_id, id, '2018-03-04 05:06+00', body FROM app.note;
ALTER TABLE app.trip ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.trips_of(wanted text) RETURNS SETOF text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.goal FROM app.trip AS t WHERE to_char(t.left_at, 'YYYY/MM') = wanted
$$;
-- good:
CREATE TABLE app.trip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, left_at timestamptz NOT NULL, goal text NOT NULL,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.trip SELECT tenant_id, id, '2018-03-04 05:06+00', body FROM app.note;
ALTER TABLE app.trip ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.trips_of(wanted text) RETURNS SETOF text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.goal FROM app.trip AS t WHERE to_char(t.left_at, 'YYYY/MM') = wanted AND t.tenant_id::text = current_setting('app.tenant', true)
$$;
