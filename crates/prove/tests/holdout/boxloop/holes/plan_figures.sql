-- The materialized figures hold all shops' plans, and no policy can hold on them.
-- about: plan_figures, plans, subscriptions
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: SELECT name, active FROM plan_figures;
-- shows: Road-secret monthly
CREATE MATERIALIZED VIEW plan_figures AS
SELECT p.shop_id, p.name, count(*) FILTER (WHERE s.status = 'active') AS active,
  count(*) FILTER (WHERE s.status = 'cancelled') AS cancelled
FROM plans p
LEFT JOIN subscriptions s ON s.shop_id = p.shop_id AND s.plan_id = p.id
GROUP BY p.shop_id, p.id, p.name;
GRANT SELECT ON plan_figures TO hf_boxloop_app;
