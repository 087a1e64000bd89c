-- Any school reads the timetable of all, because the view was turned back to its owner's rights to make it
-- fast.
-- about: timetable, lessons, courses
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: SELECT starts_at, topic FROM ling.timetable;
-- shows: Road-secret lesson
CREATE INDEX lessons_course_starts ON ling.lessons (course_id, starts_at) WHERE NOT cancelled;
-- The policies of two tables made the start page slow.
ALTER VIEW ling.timetable SET (security_invoker = false);
