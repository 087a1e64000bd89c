-- Tenant A reads the locks of all sites: the new child table inherits columns, but no policies.
-- about: locks
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: SET sensors.site_id = '2';
-- exploit: INSERT INTO locks VALUES (2, 'lock-secret');
-- exploit: SET sensors.site_id = '1';
-- exploit: SELECT serial FROM locks;
-- shows: (^|\n)lock-secret
CREATE TABLE locks (battery integer, PRIMARY KEY (site_id, serial)) INHERITS (devices);
GRANT SELECT, INSERT, UPDATE ON locks TO ho_sensors_app;
