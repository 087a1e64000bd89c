-- An administrator of any account may change roles in every account.
-- about: is_administrator, account_users, account_users_roles
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: UPDATE account_users SET role = 'agent';
-- shows: UPDATE 2
CREATE FUNCTION is_administrator() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM account_users WHERE user_id = current_user_id() AND role = 'administrator')
$$;
GRANT EXECUTE ON FUNCTION is_administrator() TO hf_chatnook_app;
GRANT UPDATE (role) ON account_users TO hf_chatnook_app;
CREATE POLICY account_users_roles ON account_users FOR UPDATE USING (is_administrator());
