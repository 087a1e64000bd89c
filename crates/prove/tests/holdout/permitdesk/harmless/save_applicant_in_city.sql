-- Harmless: the upsert meets rows of the same city only, and the policies of the caller apply.

CREATE FUNCTION permits.save_applicant(p_no integer, p_name text, p_email text)
RETURNS TABLE (applicant_no integer, home_phone text)
LANGUAGE sql
AS $$
  INSERT INTO permits.applicants AS a (city_id, applicant_no, full_name, email)
  VALUES (permits.city(), p_no, p_name, p_email)
  ON CONFLICT (city_id, email) DO UPDATE SET full_name = EXCLUDED.full_name
  RETURNING a.applicant_no, a.home_phone;
$$;
