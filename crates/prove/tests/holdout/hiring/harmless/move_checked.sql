-- Moves an application only where the row's own company is one where the caller recruits.
CREATE FUNCTION move_application(p_application uuid, p_stage text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE applications SET stage = p_stage
  WHERE id = p_application AND company_id = ANY (my_companies('{admin,recruiter}'))
  RETURNING stage
$$;
REVOKE ALL ON FUNCTION move_application(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION move_application(uuid, text) TO hf_hiring_app;
