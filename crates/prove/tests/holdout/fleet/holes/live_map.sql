-- Tenant A sees the positions of all vehicles of the last hour on a live map.
-- about: positions
-- as: ho_fleet_app
-- exploit: SET fleet.session = '{"operator": 1}';
-- exploit: SELECT place FROM fleet.positions;
-- shows: \(47,11\)
CREATE POLICY live ON fleet.positions FOR SELECT USING (at > now() - interval '100 years');
