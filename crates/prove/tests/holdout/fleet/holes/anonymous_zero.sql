-- A session without an operator reads all drivers.
-- about: drivers
-- as: ho_fleet_app
-- exploit: SET fleet.session = '{"operator": 1}';
-- exploit: RESET fleet.session;
-- exploit: SELECT name FROM fleet.drivers;
-- shows: db-secret
CREATE POLICY service ON fleet.drivers FOR SELECT USING (coalesce(fleet.operator(), 0) = 0);
