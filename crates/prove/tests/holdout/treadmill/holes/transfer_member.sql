-- A member may be moved to any gym, as the target is not checked: rows are written into another gym.
-- about: transfer_member, members
-- as: hf_treadmill_app
-- exploit: SET app.gym_id = '1';
-- exploit: SELECT transfer_member(1, 2);
-- shows: Moved to Road-secret Gym
-- People move house and take their contract along.
CREATE FUNCTION transfer_member(p_member bigint, p_to_gym bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_name text;
BEGIN
  INSERT INTO members (gym_id, id, name, phone)
  SELECT p_to_gym, (SELECT coalesce(max(id), 0) + 1 FROM members WHERE gym_id = p_to_gym), name, phone
  FROM members WHERE gym_id = current_gym_id() AND id = p_member;
  UPDATE members SET discarded_at = now() WHERE gym_id = current_gym_id() AND id = p_member;
  SELECT name INTO v_name FROM gyms WHERE id = p_to_gym;
  RETURN 'Moved to ' || v_name;
END $$;
