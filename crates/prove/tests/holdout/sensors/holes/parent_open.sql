-- Tenant A reads the cameras of all sites through the parent, whose row security is off.
-- about: devices
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: SELECT serial FROM devices;
-- shows: c2-secret
ALTER TABLE devices DISABLE ROW LEVEL SECURITY;
