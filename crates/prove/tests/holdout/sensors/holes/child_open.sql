-- Tenant A reads the cameras of all sites: row security was taken off the child for an import and stayed
-- off.
-- about: cameras
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: SELECT serial FROM cameras;
-- shows: c2-secret
ALTER TABLE cameras DISABLE ROW LEVEL SECURITY;
