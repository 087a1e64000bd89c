-- Robots without a site count as spares that anybody may claim, also those which another operator has on
-- the road.
-- about: robots, robots_by_site, robots_spare
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: SELECT tag, nickname FROM yard.robots;
-- shows: Road-secret traveller
-- A site takes its new robots in by setting their site.
CREATE POLICY robots_spare ON yard.robots FOR SELECT USING (site_id IS NULL);
