-- Harmless: the company is an argument, but the function reads with the caller's rights.
CREATE FUNCTION trial_balance(p_company uuid) RETURNS TABLE (code text, name text, balance_cents bigint)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
  SELECT a.code, a.name, coalesce(sum(j.amount_cents), 0)::bigint
  FROM accounts a
  LEFT JOIN journal_entries j ON j.company_id = a.company_id AND j.account_code = a.code
  WHERE a.company_id = p_company
  GROUP BY a.code, a.name
$$;
GRANT EXECUTE ON FUNCTION trial_balance(uuid) TO hf_tallybook_app;
