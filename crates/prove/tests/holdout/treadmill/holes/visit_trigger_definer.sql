-- The trigger now runs as its owner and finds the member by number alone; numbers repeat in every gym.
-- about: count_visit, check_ins, members
-- as: hf_treadmill_app
-- exploit: SET app.gym_id = '1';
-- exploit: INSERT INTO check_ins (gym_id, member_id) VALUES (1, 1);
-- exploit: SET app.gym_id = '2';
-- exploit: SELECT 'visits=' || visits FROM members WHERE id = 1;
-- shows: visits=1
-- The door login may not update members, so the trigger does it.
CREATE OR REPLACE FUNCTION count_visit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE members SET visits = visits + 1, last_visit_at = NEW.created_at WHERE id = NEW.member_id;
  RETURN NEW;
END $$;
