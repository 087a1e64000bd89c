-- harmless: users may change their own row of members, but only the column with the name.
CREATE POLICY "edit own profile" ON members FOR UPDATE USING (user_id = uid()) WITH CHECK (user_id = uid());
GRANT UPDATE (display_name) ON members TO hf_rooftop_app;
