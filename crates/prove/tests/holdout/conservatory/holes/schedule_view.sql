-- The view for the weekly plan runs as its owner and shows the lessons of all schools.
-- about: weekly_plan, lessons, courses, teachers
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT topic FROM weekly_plan;
-- shows: Road-secret topic
CREATE VIEW weekly_plan AS
  SELECT c.school_id, c.title, t.name AS teacher, l.starts_at, l.topic
  FROM lessons l JOIN courses c ON c.id = l.course_id
  JOIN teachers t ON t.school_id = c.school_id AND t.id = c.teacher_id;
GRANT SELECT ON weekly_plan TO hf_conservatory_app;
