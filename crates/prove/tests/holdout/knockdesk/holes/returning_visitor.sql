-- The kiosk fills in a known address from any company's visitors, because the function forgot the company.
-- about: returning_visitor, visitors
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: SELECT * FROM desk.returning_visitor('guest@b.test');
-- shows: Lobby-secret employer
CREATE FUNCTION desk.returning_visitor(address text) RETURNS TABLE (full_name text, employer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT v.full_name, v.employer FROM desk.visitors v
  WHERE lower(v.email) = lower(address) AND desk.uid() IS NOT NULL
  LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION desk.returning_visitor(text) TO hf_knockdesk_app;
