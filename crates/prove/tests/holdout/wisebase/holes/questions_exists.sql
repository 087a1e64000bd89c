-- A member of any space reads the questions of all, because the unqualified column is the inner table's own.
-- about: questions, questions_member
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT title FROM kb.questions;
-- shows: Road-secret question
-- EXISTS is faster than the set of all spaces.
DROP POLICY questions_member ON kb.questions;
CREATE POLICY questions_member ON kb.questions
  USING (EXISTS (SELECT 1 FROM kb.members m WHERE m.space_id = space_id AND m.user_id = kb.uid()))
  WITH CHECK (space_id IN (SELECT kb.my_spaces()));
