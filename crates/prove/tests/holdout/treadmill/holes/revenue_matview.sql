-- A materialized view knows no row policies: every gym reads the revenue of every other.
-- about: daily_revenues, payments
-- as: hf_treadmill_report
-- exploit: SET app.gym_id = '1';
-- exploit: SELECT 'took=' || cents FROM daily_revenues WHERE gym_id = 2;
-- shows: took=9000
CREATE MATERIALIZED VIEW daily_revenues AS
  SELECT gym_id, paid_on, sum(amount_cents) AS cents, count(*) AS payments
  FROM payments GROUP BY gym_id, paid_on;
CREATE UNIQUE INDEX daily_revenues_pk ON daily_revenues (gym_id, paid_on);
GRANT SELECT ON daily_revenues TO hf_treadmill_app, hf_treadmill_report;
