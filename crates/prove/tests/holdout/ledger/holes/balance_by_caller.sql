-- Tenant acme changes balances of zeta: the trigger takes the tenant from a new column.
-- about: lines, balance, book_for
-- as: ho_ledger_acme
-- exploit: SELECT session_user;
-- exploit: INSERT INTO books.lines (entry_no, line_no, account, debit, book_for) VALUES (1, 7, '100', 66,
-- exploit: 'zeta');
-- exploit: \c - postgres
-- exploit: SELECT tenant_id, balance FROM books.balances;
-- shows: zeta.66
ALTER TABLE books.lines ADD COLUMN book_for text;
CREATE OR REPLACE FUNCTION books.add_to_balance() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO books.balances AS b VALUES (coalesce(NEW.book_for, NEW.tenant_id), NEW.account, NEW.debit -
    NEW.credit)
  ON CONFLICT (tenant_id, account) DO UPDATE SET balance = b.balance + excluded.balance;
  RETURN NULL;
END $$;
