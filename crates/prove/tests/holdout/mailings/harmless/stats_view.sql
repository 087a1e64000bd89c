-- Statistics counted when asked, with the caller's rights.
CREATE VIEW mail.campaign_stats WITH (security_invoker = true) AS
  SELECT o.campaign_id, count(*) AS sent FROM mail.outbox o GROUP BY 1;
GRANT SELECT ON mail.campaign_stats TO hf_mailings_app, hf_mailings_report;
