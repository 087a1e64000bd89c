-- A session without an account reads the data of the first customer, because the helper falls back to the
-- account that was there before there were many.
-- about: current_account_id, accounts, users, customers, invoice, payments, dunning_letters, delayed_jobs
-- as: hf_arrearsbook_app
-- exploit: SELECT name, credit_note FROM customers;
-- shows: Road-secret debtor
-- Rake tasks of the days of one account do not set anything.
CREATE OR REPLACE FUNCTION current_account_id() RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT COALESCE(NULLIF(current_setting('app.account_id', true), '')::bigint, 1001)
$$;
