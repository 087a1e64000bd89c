-- Tenant A asks which devices others have by a foreign key of its own.
-- about: devices, schema_create
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: CREATE TABLE probe (site_id integer, serial text, FOREIGN KEY (site_id, serial) REFERENCES
-- exploit: devices);
-- exploit: INSERT INTO probe VALUES (2, 'd2-secret');
-- shows: INSERT 0 1
GRANT REFERENCES ON devices TO ho_sensors_app;
GRANT CREATE ON SCHEMA public TO ho_sensors_app;
