-- harmless: the trigger runs as its owner, and takes gym and member of the row that was checked.
CREATE OR REPLACE FUNCTION count_visit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE members SET visits = visits + 1, last_visit_at = NEW.created_at
  WHERE gym_id = NEW.gym_id AND id = NEW.member_id;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION count_visit() FROM PUBLIC;
