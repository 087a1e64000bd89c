-- The course is compared with the whole key.
DROP POLICY academy ON lms.lessons;
CREATE POLICY academy ON lms.lessons USING (EXISTS (
  SELECT FROM lms.courses c WHERE c.academy_id = lessons.academy_id AND c.code = lessons.code
  AND c.academy_id = lms.academy()));
