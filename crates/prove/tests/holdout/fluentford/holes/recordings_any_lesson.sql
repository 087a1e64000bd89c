-- Any school with one lesson sees the recordings of all schools, because the rewritten policy lost the tie
-- between the recording and the lesson.
-- about: recordings, ling.recordings
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: SELECT caption FROM ling.recordings;
-- shows: Road-secret recording
-- Recordings stay only while their lesson has not been cancelled.
DROP POLICY own_school ON ling.recordings;
CREATE POLICY own_school ON ling.recordings USING (EXISTS (
  SELECT 1 FROM ling.lessons l JOIN ling.courses c ON c.id = l.course_id
  WHERE c.school_id = ling.school() AND NOT l.cancelled));
