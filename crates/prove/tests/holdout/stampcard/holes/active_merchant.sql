-- The policy takes the merchant from the user's profile row, and users may write any merchant into their
-- own profile.
-- about: profiles, campaigns, active_merchant
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: INSERT INTO loyal.profiles VALUES ('u-ann', 2);
-- exploit: SELECT name FROM loyal.campaigns;
-- shows: Road-secret campaign
-- Staff of several shops choose the active one; it is kept in the profile.
CREATE TABLE loyal.profiles (
  user_id text PRIMARY KEY,
  active_merchant bigint NOT NULL
);
ALTER TABLE loyal.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE loyal.profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY own_profile ON loyal.profiles USING (user_id = loyal.claims() ->> 'sub');
GRANT SELECT, INSERT, UPDATE ON loyal.profiles TO hf_stampcard_app;
DROP POLICY staff_read ON loyal.campaigns;
CREATE POLICY active_read ON loyal.campaigns FOR SELECT USING (
  merchant_id = (SELECT p.active_merchant FROM loyal.profiles p WHERE p.user_id = loyal.claims() ->> 'sub')
);
