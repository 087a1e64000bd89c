-- A role for planners gets the lists of both depots, and both logins are made members of it.
-- about: hf_busyard_planner, lines, drivers, north, south
-- as: hf_busyard_north
-- exploit: SELECT full_name FROM south.drivers;
-- shows: Yard-secret driver
CREATE ROLE hf_busyard_planner NOLOGIN;
GRANT USAGE ON SCHEMA north, south TO hf_busyard_planner;
GRANT SELECT ON north.lines, south.lines, north.drivers, south.drivers TO hf_busyard_planner;
GRANT hf_busyard_planner TO hf_busyard_north, hf_busyard_south;
