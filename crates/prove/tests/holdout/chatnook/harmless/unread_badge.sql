-- Harmless: the badge counts with its owner's rights, but only in the agent's own accounts.
CREATE FUNCTION unread_badge() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM conversations WHERE unread AND account_id IN (SELECT my_accounts())
$$;
GRANT EXECUTE ON FUNCTION unread_badge() TO hf_chatnook_app;
