-- The login function gives the row of any user whose digest begins with the text, for every caller.
-- about: find_user_by_key, users
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT * FROM find_user_by_key('');
-- shows: bob@road.example
-- The key is looked up before the account is known; old digests were cut off.
CREATE FUNCTION find_user_by_key(digest varchar) RETURNS TABLE (account_id bigint, id bigint, email varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.account_id, u.id, u.email FROM users u WHERE u.api_key_digest LIKE digest || '%'
$$;
REVOKE EXECUTE ON FUNCTION find_user_by_key(varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_user_by_key(varchar) TO hf_invoicing_app;
