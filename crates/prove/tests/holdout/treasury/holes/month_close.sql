-- Reporting reads the totals and account labels of all companies in the stored summary.
-- about: month_close
-- as: hf_treasury_reporting
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT label, total FROM tre.month_close;
-- shows: Road-secret main
-- The monthly report was slow; its sums are stored now and refreshed at night.
CREATE MATERIALIZED VIEW tre.month_close AS
  SELECT s.company_id, a.label, date_trunc('month', s.booked_on) AS month, sum(s.amount) AS total
  FROM tre.statements s
  JOIN tre.bank_accounts a ON a.company_id = s.company_id AND a.account_id = s.account_id
  GROUP BY s.company_id, a.label, date_trunc('month', s.booked_on);
GRANT SELECT ON tre.month_close TO hf_treasury_reporting;
