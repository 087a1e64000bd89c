-- The number of robots per version stands in the common table and counts the robots of all operators.
-- about: firmware, count_robot, robots_count, robots
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: SELECT 'installed ' || installed AS answer FROM yard.firmware WHERE version = '1.4';
-- shows: installed 3
ALTER TABLE yard.firmware ADD COLUMN installed bigint NOT NULL DEFAULT 0;
CREATE FUNCTION yard.count_robot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = yard, pg_temp
  AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      UPDATE firmware SET installed = installed - 1 WHERE version = OLD.firmware;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      UPDATE firmware SET installed = installed + 1 WHERE version = NEW.firmware;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER robots_count AFTER INSERT OR UPDATE OR DELETE ON yard.robots
  FOR EACH ROW EXECUTE FUNCTION yard.count_robot();
