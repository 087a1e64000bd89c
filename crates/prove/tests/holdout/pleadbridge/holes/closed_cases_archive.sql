-- Closed cases are readable by all who sign in, since the archive policy leaves the office out.
-- about: cases, cases_archive
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT matter FROM aid.cases;
-- shows: Road-secret matter

-- Trainees learn from closed cases.
CREATE POLICY cases_archive ON aid.cases FOR SELECT
  USING (stage = 'closed' AND aid.user_id() IS NOT NULL);
