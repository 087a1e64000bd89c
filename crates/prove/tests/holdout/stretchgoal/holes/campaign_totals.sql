-- Any organiser reads the sums of every campaign, because a materialized view has no row security.
-- about: campaign_totals, contributions, campaigns
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SELECT title, raised_cents FROM fund.campaign_totals;
-- shows: Road-secret Atlas
-- The sums took too long on the dashboard.
CREATE MATERIALIZED VIEW fund.campaign_totals AS
  SELECT c.organiser_id, c.id AS campaign_id, c.title, sum(x.amount_cents) AS raised_cents
  FROM fund.campaigns c
  JOIN fund.contributions x ON x.organiser_id = c.organiser_id AND x.campaign_id = c.id
  GROUP BY c.organiser_id, c.id, c.title;
GRANT SELECT ON fund.campaign_totals TO hf_stretchgoal_app;
