-- Closed faults go to a table that inherits the columns but not the policy, and the application may read
-- it.
-- about: faults_closed, faults, archive_fault, faults_archive
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: SELECT robot_tag, report FROM yard.faults_closed;
-- shows: Road-secret crash
CREATE TABLE yard.faults_closed (PRIMARY KEY (robot_id, raised_at)) INHERITS (yard.faults);
GRANT SELECT ON yard.faults_closed TO hf_robotyard_app;
CREATE FUNCTION yard.archive_fault() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = yard, pg_temp
  AS $$
  BEGIN
    INSERT INTO faults_closed VALUES (NEW.*);
    RETURN NULL;
  END $$;
CREATE TRIGGER faults_archive BEFORE INSERT ON yard.faults
  FOR EACH ROW WHEN (NEW.closed) EXECUTE FUNCTION yard.archive_fault();
