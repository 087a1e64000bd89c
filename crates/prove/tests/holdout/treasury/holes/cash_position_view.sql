-- Any company reads the balances of all, because the view runs with the rights of its owner.
-- about: cash_position, bank_accounts
-- as: hf_treasury_reporting
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT label, balance FROM tre.cash_position;
-- shows: Road-secret main
-- Treasurers want one line for each account with the sum of what waits to be sent.
CREATE VIEW tre.cash_position AS
  SELECT a.company_id, a.label, a.balance, coalesce(sum(p.amount), 0) AS waiting
  FROM tre.bank_accounts a
  LEFT JOIN tre.payments p ON p.company_id = a.company_id AND p.account_id = a.account_id
    AND p.status <> 'sent'
  GROUP BY a.company_id, a.label, a.balance;
GRANT SELECT ON tre.cash_position TO hf_treasury_app, hf_treasury_reporting;
