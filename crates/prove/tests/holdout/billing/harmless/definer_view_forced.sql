-- The view runs as its owner, whom the forced policies bind as well.
SET LOCAL ROLE ho_billing_owner;
CREATE VIEW billing.customer_totals AS
  SELECT account_id, customer_no, sum(total) AS total FROM billing.invoices GROUP BY account_id, customer_no;
GRANT SELECT ON billing.customer_totals TO ho_billing_report;
RESET ROLE;
