-- The table of closed faults inherits the columns and is given row security and a policy of its own.
CREATE TABLE yard.faults_closed (PRIMARY KEY (robot_id, raised_at),
  FOREIGN KEY (robot_id) REFERENCES yard.robots (id) ON DELETE CASCADE) INHERITS (yard.faults);
ALTER TABLE yard.faults_closed ENABLE ROW LEVEL SECURITY;
ALTER TABLE yard.faults_closed FORCE ROW LEVEL SECURITY;
CREATE POLICY faults_closed_by_robot ON yard.faults_closed
  USING (robot_id IN (SELECT r.id FROM yard.robots r))
  WITH CHECK (robot_id IN (SELECT r.id FROM yard.robots r));
GRANT SELECT ON yard.faults_closed TO hf_robotyard_app;
CREATE FUNCTION yard.archive_fault() RETURNS trigger LANGUAGE plpgsql
  SET search_path = yard, pg_temp
  AS $$
  BEGIN
    IF NEW.closed AND NOT OLD.closed THEN
      NEW.report := NEW.report || ' (closed)';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER faults_archive BEFORE UPDATE ON yard.faults
  FOR EACH ROW EXECUTE FUNCTION yard.archive_fault();
