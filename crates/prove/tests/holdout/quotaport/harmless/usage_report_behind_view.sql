-- The usage is kept in a materialized view without a grant; a barrier view shows each tenant its own:
-- harmless.
CREATE MATERIALIZED VIEW gw.usage_all AS
  SELECT c.tenant, c.consumer_no, c.label, sum(q.calls_used) AS calls_used
  FROM gw.consumers c JOIN gw.quotas q USING (tenant, consumer_no)
  GROUP BY 1, 2, 3;
CREATE VIEW gw.usage_own WITH (security_barrier = true) AS
  SELECT consumer_no, label, calls_used FROM gw.usage_all
  WHERE tenant = current_setting('gateway.tenant', true);
GRANT SELECT ON gw.usage_own TO hf_quotaport_app;
