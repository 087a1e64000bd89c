-- Profiles can be seen by everyone signed in, with the phone numbers of people in other centers.
-- about: profiles, Profiles are viewable
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: SELECT full_name, phone FROM profiles;
-- shows: 77-Road-secret
CREATE POLICY "Profiles are viewable by everyone" ON profiles FOR SELECT USING (uid() IS NOT NULL);
