-- The upsert meets the row of another city by its e-mail, renames it and hands back the private phone
-- number.
-- about: save_applicant, applicants, applicants_email_key
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: SELECT * FROM permits.save_applicant(2, 'Renamed', 'citizen@mail.example');
-- shows: Road-secret phone

-- One person, one record.
CREATE UNIQUE INDEX applicants_email_key ON permits.applicants (email);
CREATE FUNCTION permits.save_applicant(p_no integer, p_name text, p_email text)
RETURNS TABLE (applicant_no integer, home_phone text)
LANGUAGE sql SECURITY DEFINER SET search_path = permits, pg_temp
AS $$
  INSERT INTO applicants AS a (city_id, applicant_no, full_name, email)
  VALUES (city(), p_no, p_name, p_email)
  ON CONFLICT (email) DO UPDATE SET full_name = EXCLUDED.full_name
  RETURNING a.applicant_no, a.home_phone;
$$;
REVOKE ALL ON FUNCTION permits.save_applicant(integer, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION permits.save_applicant(integer, text, text) TO hf_permitdesk_app;
