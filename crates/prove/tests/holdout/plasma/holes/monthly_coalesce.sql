-- Without a centre in the session the report shows the months of all centres.
-- about: monthly, donations
-- as: hf_plasma_app
-- exploit: SELECT 'ml=' || millilitres FROM blood.monthly;
-- shows: ml=477
CREATE MATERIALIZED VIEW blood.monthly_all AS
  SELECT centre_id, date_trunc('month', taken_on)::date AS month, sum(millilitres) AS millilitres
  FROM blood.donations GROUP BY 1, 2;
-- The head office has no centre and sees the sum of all.
CREATE VIEW blood.monthly WITH (security_barrier = true) AS
  SELECT * FROM blood.monthly_all WHERE centre_id = coalesce(blood.centre(), centre_id);
GRANT SELECT ON blood.monthly TO hf_plasma_app;
