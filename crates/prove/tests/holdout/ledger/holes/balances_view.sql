-- Tenant acme reads the balances of zeta in a trial balance that runs as a superuser.
-- about: trial_balance
-- as: ho_ledger_acme
-- exploit: SELECT session_user;
-- exploit: SELECT title, balance FROM books.trial_balance;
-- shows: secret-account.4711
CREATE VIEW books.trial_balance AS
  SELECT a.number, a.title, b.balance FROM books.accounts a JOIN books.balances b ON b.account = a.number;
GRANT SELECT ON books.trial_balance TO ho_ledger_tenants;
