-- The conflict check searches the parties of all offices and gives back the case of the office that has
-- them.
-- about: check_conflict, case_parties, cases
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT * FROM aid.check_conflict('employer');
-- shows: Road-secret matter

-- Nobody may act for both sides. The check must see more than the caller.
CREATE FUNCTION aid.check_conflict(p_name text, OUT office text, OUT case_no integer, OUT matter text)
RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = aid, pg_temp
AS $$
  SELECT c.office_id, c.case_no, c.matter
  FROM case_parties p
  JOIN cases c USING (office_id, case_no)
  WHERE p.party ILIKE '%' || p_name || '%' AND aid.user_id() IS NOT NULL;
$$;
REVOKE ALL ON FUNCTION aid.check_conflict(text, OUT text, OUT integer, OUT text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aid.check_conflict(text, OUT text, OUT integer, OUT text) TO hf_pleadbridge_app;
