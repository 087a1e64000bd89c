-- The same view of cash, with the rights of whoever asks, so the policies of both tables hold.
CREATE VIEW tre.cash_position WITH (security_invoker = true) AS
  SELECT a.company_id, a.label, a.balance, coalesce(sum(p.amount), 0) AS waiting
  FROM tre.bank_accounts a
  LEFT JOIN tre.payments p ON p.company_id = a.company_id AND p.account_id = a.account_id
    AND p.status <> 'sent'
  GROUP BY a.company_id, a.label, a.balance;
GRANT SELECT ON tre.cash_position TO hf_treasury_app, hf_treasury_reporting;
