-- The policy now finds the robot by its tag, and tags such as R-1 are used by every operator.
-- about: faults, faults_by_robot, robots
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: SELECT report FROM yard.faults;
-- shows: Road-secret crash
-- Faults outlive their robot in the list, so the tag is what they are found by.
ALTER POLICY faults_by_robot ON yard.faults
  USING (EXISTS (SELECT 1 FROM yard.robots r WHERE r.tag = faults.robot_tag));
