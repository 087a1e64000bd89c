-- The rewritten helper compares the office in one branch only: the lead of any office passes for all
-- offices.
-- about: works_at, office_staff, aid.
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT body FROM aid.documents;
-- shows: Road-secret letter

-- Leads stand in for colleagues of their office.
CREATE OR REPLACE FUNCTION aid.works_at(p_office text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = aid, pg_temp
AS $$
  SELECT EXISTS (
    SELECT 1 FROM office_staff s
    WHERE s.office_id = p_office AND s.user_id = aid.user_id() OR s.is_lead AND s.user_id = aid.user_id()
  )
$$;
