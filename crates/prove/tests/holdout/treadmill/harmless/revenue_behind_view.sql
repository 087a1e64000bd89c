-- harmless: the materialized view is closed; a barrier view shows each gym its own days.
CREATE MATERIALIZED VIEW daily_revenues_all AS
  SELECT gym_id, paid_on, sum(amount_cents) AS cents, count(*) AS payments
  FROM payments GROUP BY gym_id, paid_on;
REVOKE ALL ON daily_revenues_all FROM PUBLIC;
CREATE VIEW daily_revenues WITH (security_barrier = true) AS
  SELECT * FROM daily_revenues_all WHERE gym_id = current_gym_id();
GRANT SELECT ON daily_revenues TO hf_treadmill_app, hf_treadmill_report;
