-- The comparison sums the payments of all foundations, so that one alone in a quarter is found by
-- subtraction.
-- about: payment_benchmark, payments
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT * FROM payment_benchmark;
-- shows: 900500
-- Foundations want to know how they compare. Only sums, no names.
CREATE VIEW payment_benchmark AS
  SELECT quarter, currency, count(DISTINCT foundation_id) AS foundations, sum(cents) AS cents
  FROM payments
  GROUP BY quarter, currency;
GRANT SELECT ON payment_benchmark TO hf_fundbridge_app;
