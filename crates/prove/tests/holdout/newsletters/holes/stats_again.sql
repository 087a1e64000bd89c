-- Replacing the view drops its option security_invoker, so it reads with its owner's rights and shows all
-- campaigns.
-- about: campaign_stats, campaigns, link_clicks
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: SELECT subject FROM campaign_stats;
-- shows: Road-secret issue
-- The list of campaigns shows when one was sent.
CREATE OR REPLACE VIEW campaign_stats AS
  SELECT c.publication, c.id, c.subject, count(k.id) AS clicks, c.sent_at
  FROM campaigns c LEFT JOIN link_clicks k ON k.publication = c.publication AND k.campaign_id = c.id
  GROUP BY c.publication, c.id, c.subject, c.sent_at;
