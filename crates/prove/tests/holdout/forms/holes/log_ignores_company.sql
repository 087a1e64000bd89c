-- Tenant A reads the log of all webhooks through a join in a view that is a barrier but not an invoker.
-- about: webhook_status
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT secret FROM webhook_status;
-- shows: sb-secret
CREATE VIEW webhook_status WITH (security_barrier = true) AS
  SELECT w.url, w.secret, max(l.status) AS status FROM webhooks w LEFT JOIN webhook_log l USING
    (company_id, url)
  GROUP BY w.url, w.secret;
GRANT SELECT ON webhook_status TO ho_forms_app;
