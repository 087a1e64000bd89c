-- The same EXISTS with the outer column named in full, so it is the row's own space.
DROP POLICY questions_member ON kb.questions;
CREATE POLICY questions_member ON kb.questions
  USING (EXISTS (SELECT 1 FROM kb.members m WHERE m.space_id = questions.space_id AND m.user_id = kb.uid()))
  WITH CHECK (space_id IN (SELECT kb.my_spaces()));
