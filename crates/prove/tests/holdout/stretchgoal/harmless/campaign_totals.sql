-- The sums are a plain view with the caller's rights, so each organiser sees its own.
CREATE VIEW fund.campaign_totals WITH (security_invoker = true) AS
  SELECT c.organiser_id, c.id AS campaign_id, c.title, sum(x.amount_cents) AS raised_cents
  FROM fund.campaigns c
  JOIN fund.contributions x ON x.organiser_id = c.organiser_id AND x.campaign_id = c.id
  GROUP BY c.organiser_id, c.id, c.title;
GRANT SELECT ON fund.campaign_totals TO hf_stretchgoal_app;
