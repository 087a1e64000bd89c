-- The robot is looked up by its tag among all operators, so one operator takes over the robot of another.
-- about: adopt_robot, robots
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: BEGIN;
-- exploit: UPDATE yard.robots SET tag = 'old-' || tag;
-- exploit: SELECT yard.adopt_robot('R-1', 'North hall');
-- exploit: SELECT tag, nickname FROM yard.robots;
-- exploit: ROLLBACK;
-- shows: Road-secret twin
-- A robot that was scanned at the gate belongs to the hall from now on.
CREATE FUNCTION yard.adopt_robot(p_tag text, p_hall text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = yard, pg_temp
  AS $$
  DECLARE v_site uuid;
  BEGIN
    SELECT s.id INTO v_site FROM sites s WHERE s.operator_id = yard.operator() AND s.title = p_hall;
    IF v_site IS NULL THEN
      RAISE EXCEPTION 'no such hall';
    END IF;
    UPDATE robots SET site_id = v_site WHERE tag = p_tag;
  END $$;
