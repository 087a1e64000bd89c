-- Tenant A reads one of the hash partitions: its policy was replaced by an open one.
-- about: readings_
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: SELECT value FROM readings_0 UNION SELECT value FROM readings_1;
-- shows: 4711
DROP POLICY site ON readings_1;
CREATE POLICY site ON readings_1 USING (value IS NOT NULL);
DROP POLICY site ON readings_0;
CREATE POLICY site ON readings_0 USING (value IS NOT NULL);
