-- finds: matview app.summary
-- bad:
CREATE MATERIALIZED VIEW app.summary AS
  SELECT tenant_id, string_agg(body, ',') AS bodies FROM app.note GROUP BY 1;
GRANT SELECT ON app.summary TO reporter;
-- good:
CREATE MATERIALIZED VIEW app.summary AS
  SELECT tenant_id, string_agg(body, ',') AS bodies FROM app.note GROUP BY 1;
CREATE VIEW app.my_summary WITH (security_barrier = true) AS
  SELECT * FROM app.summary WHERE tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT ON app.my_summary TO reporter;
