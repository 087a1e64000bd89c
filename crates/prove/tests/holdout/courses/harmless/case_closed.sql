-- A session without a setting sees nothing, said in another way.
DROP POLICY academy ON lms.learners;
CREATE POLICY academy ON lms.learners USING (
  CASE WHEN coalesce(current_setting('lms.academy', true), '') = '' THEN false ELSE academy_id =
    lms.academy() END);
