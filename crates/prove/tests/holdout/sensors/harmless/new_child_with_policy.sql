-- A new child table, with everything the others have.
CREATE TABLE locks (battery integer, PRIMARY KEY (site_id, serial)) INHERITS (devices);
ALTER TABLE locks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY site ON locks USING (site_id = nullif(current_setting('sensors.site_id', true), '')::integer);
GRANT SELECT ON locks TO ho_sensors_app;
