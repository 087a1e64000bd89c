-- All profiles with their contact addresses are open to everybody, although only names of team mates were
-- needed.
-- about: profiles, viewable by everyone
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT contact_email FROM design.profiles;
-- shows: Road-secret@beta.test
-- Pins show the name of their author.
CREATE POLICY "public profiles are viewable by everyone" ON design.profiles FOR SELECT USING (true);
