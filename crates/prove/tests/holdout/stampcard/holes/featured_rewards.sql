-- AND binds closer than OR, so featured rewards of every merchant can be read.
-- about: rewards, staff_read, featured
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: SELECT title FROM loyal.rewards;
-- shows: Road-secret reward
ALTER POLICY staff_read ON loyal.rewards USING (loyal.works_at(merchant_id) AND cost > 0 OR featured);
