-- The look-up of API keys by their first characters lists the keys of all accounts to whoever gives few of
-- them.
-- about: find_api_keys, api_keys
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: SELECT label FROM find_api_keys('bt');
-- shows: Road-secret ci
-- The gateway knows the key but not yet the account, so this reads with its owner's rights.
CREATE FUNCTION find_api_keys(p_prefix text) RETURNS SETOF api_keys
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM api_keys WHERE token_prefix LIKE p_prefix || '%'
$$;
