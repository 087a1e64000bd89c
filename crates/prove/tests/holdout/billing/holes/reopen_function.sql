-- Tenant A resets the number range of tenant B, because the function takes the account from the caller.
-- about: reset_number
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: SELECT billing.reset_number(2, 'invoice');
-- shows: (^|\n)1\n
CREATE FUNCTION billing.reset_number(account bigint, wanted text) RETURNS integer LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ UPDATE billing.number_ranges SET next_no = 1 WHERE account_id = account AND kind = wanted RETURNING
  next_no $$;
