-- Members give points to each other inside the programme of the session; no programme can be named.
CREATE FUNCTION transfer_points(p_from int, p_to int, p_points int)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE members SET balance = balance - p_points WHERE program_id = current_program() AND member_no = p_from;
  UPDATE members SET balance = balance + p_points WHERE program_id = current_program() AND member_no = p_to;
END $$;
REVOKE ALL ON FUNCTION transfer_points(int, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transfer_points(int, int, int) TO hf_loyalty_app;
