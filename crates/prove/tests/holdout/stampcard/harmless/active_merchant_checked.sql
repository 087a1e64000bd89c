-- The active merchant of the profile narrows what staff may see; membership is asked for as well.
CREATE TABLE loyal.profiles (
  user_id text PRIMARY KEY,
  active_merchant bigint NOT NULL
);
ALTER TABLE loyal.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE loyal.profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY own_profile ON loyal.profiles
  USING (user_id = loyal.claims() ->> 'sub' AND loyal.works_at(active_merchant));
GRANT SELECT, INSERT, UPDATE ON loyal.profiles TO hf_stampcard_app;
CREATE POLICY active_read ON loyal.campaigns AS RESTRICTIVE FOR SELECT USING (
  merchant_id = (SELECT p.active_merchant FROM loyal.profiles p WHERE p.user_id = loyal.claims() ->> 'sub')
);
