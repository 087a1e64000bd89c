-- All robots became readable for a board, and with them every mission and fault, whose policies only ask
-- for the robot.
-- about: robots, robots_board, missions, steps, faults
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: SELECT load FROM yard.missions;
-- shows: Road-secret load
-- The board in the service centre shows tags and firmware, which are no secret.
CREATE POLICY robots_board ON yard.robots FOR SELECT USING (true);
