-- A session whose setting is not set falls back to account 2, a fixed one, and reads its rows.
-- about: current_account_id, accounts
-- as: hf_invoicing_app
-- exploit: SELECT name FROM customers;
-- shows: Road-secret customer
-- Console and tests have no account; they use the one from the seeds.
CREATE OR REPLACE FUNCTION current_account_id() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.current_account_id', true), ''), '2')::bigint
$$;
