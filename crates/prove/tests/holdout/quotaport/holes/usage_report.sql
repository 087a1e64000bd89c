-- A login reads the use of every tenant from the materialized view behind the usage page.
-- about: usage_by_consumer, quotas, consumers
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: SELECT label, calls_used FROM gw.usage_by_consumer;
-- shows: Road-secret partner
CREATE MATERIALIZED VIEW gw.usage_by_consumer AS
  SELECT c.tenant, c.consumer_no, c.label, sum(q.calls_used) AS calls_used
  FROM gw.consumers c JOIN gw.quotas q USING (tenant, consumer_no)
  GROUP BY 1, 2, 3;
CREATE UNIQUE INDEX ON gw.usage_by_consumer (tenant, consumer_no);
GRANT SELECT ON gw.usage_by_consumer TO hf_quotaport_app;
