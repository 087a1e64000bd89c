-- finds: partition_direct app.open_year(integer)
-- roles: app_user
-- bad:
CREATE TABLE app.event (id integer, tenant_id uuid NOT NULL, day date NOT NULL, text text) PARTITION BY RANGE (day);
CREATE TABLE app.event_past PARTITION OF app.event FOR VALUES FROM (MINVALUE) TO ('2027-01-01');
INSERT INTO app.event SELECT 1, id, '2026-03-01', name FROM app.tenant;
ALTER TABLE app.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.event USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON app.event TO app_user;
CREATE FUNCTION app.open_year(y integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('CREATE TABLE IF NOT EXISTS app.event_%s PARTITION OF app.event FOR VALUES FROM (%L) TO (%L)',
    y, make_date(y, 1, 1), make_date(y + 1, 1, 1));
  EXECUTE format('GRANT SELECT, INSERT ON app.event_%s TO app_user', y);
END $$;
REVOKE EXECUTE ON FUNCTION app.open_year(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_year(integer) TO app_user;
-- good:
CREATE TABLE app.event (id integer, tenant_id uuid NOT NULL, day date NOT NULL, text text) PARTITION BY RANGE (day);
CREATE TABLE app.event_past PARTITION OF app.event FOR VALUES FROM (MINVALUE) TO ('2027-01-01');
INSERT INTO app.event SELECT 1, id, '2026-03-01', name FROM app.tenant;
ALTER TABLE app.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.event USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON app.event TO app_user;
CREATE FUNCTION app.open_year(y integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('CREATE TABLE IF NOT EXISTS app.event_%s PARTITION OF app.event FOR VALUES FROM (%L) TO (%L)',
    y, make_date(y, 1, 1), make_date(y + 1, 1, 1));
END $$;
REVOKE EXECUTE ON FUNCTION app.open_year(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_year(integer) TO app_user;
