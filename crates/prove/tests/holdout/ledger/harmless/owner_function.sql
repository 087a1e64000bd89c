-- A function that runs as the forced owner reads what the caller may read, because of session_user.
CREATE FUNCTION books.balance_of(account_no text) RETURNS numeric LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT balance FROM books.balances WHERE account = account_no $$;
ALTER FUNCTION books.balance_of(text) OWNER TO ho_ledger_owner;
GRANT USAGE ON SCHEMA books TO ho_ledger_owner;
