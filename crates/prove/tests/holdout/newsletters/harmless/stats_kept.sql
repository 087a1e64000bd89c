-- The view is replaced and names its option again, so it keeps its caller's rights.
CREATE OR REPLACE VIEW campaign_stats WITH (security_invoker = true) AS
  SELECT c.publication, c.id, c.subject, count(k.id) AS clicks, c.sent_at
  FROM campaigns c LEFT JOIN link_clicks k ON k.publication = c.publication AND k.campaign_id = c.id
  GROUP BY c.publication, c.id, c.subject, c.sent_at;
