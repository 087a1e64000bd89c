-- Owners correct duties of staff: UPDATE is granted on the table, and a new policy does not check the
-- practice.
-- about: staff, owner_edits
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: UPDATE dental.staff SET practice_id = 502, duty = 'owner';
-- exploit: SELECT licence FROM dental.practices;
-- shows: licence-secret
GRANT UPDATE ON dental.staff TO hf_dental_app;
CREATE POLICY owner_edits ON dental.staff FOR UPDATE TO hf_dental_app
  USING (practice_id = ANY (dental.my_practices())) WITH CHECK (duty IN ('owner', 'dentist', 'assistant'));
