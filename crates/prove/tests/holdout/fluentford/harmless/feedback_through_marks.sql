-- A new child table with a forced policy through its mark, homework, lesson and course: each school sees
-- its own threads.
CREATE TABLE ling.feedback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  mark_id uuid NOT NULL REFERENCES ling.marks ON DELETE CASCADE,
  body text NOT NULL
);
ALTER TABLE ling.feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE ling.feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON ling.feedback USING (EXISTS (
  SELECT 1 FROM ling.marks m
  JOIN ling.homework h ON h.id = m.homework_id
  JOIN ling.lessons l ON l.id = h.lesson_id
  JOIN ling.courses c ON c.id = l.course_id
  WHERE m.id = feedback.mark_id AND c.school_id = ling.school()));
CREATE FUNCTION ling.ask_feedback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ling.feedback (mark_id, body) VALUES (NEW.id, NEW.remark);
  RETURN NULL;
END $$;
CREATE TRIGGER ask_feedback AFTER INSERT ON ling.marks FOR EACH ROW EXECUTE FUNCTION ling.ask_feedback();
GRANT SELECT, INSERT (mark_id, body) ON ling.feedback TO hf_fluentford_app;
