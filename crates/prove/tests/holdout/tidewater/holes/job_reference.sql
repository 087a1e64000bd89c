-- Any port counts the pilot jobs of the others, because one sequence gives references to all.
-- about: pilot_job_reference, pilot_jobs, reference
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: SELECT 'last reference ' || last_value FROM port.pilot_job_reference;
-- shows: last reference 4002
-- Pilots quote a short reference by radio.
CREATE SEQUENCE port.pilot_job_reference START 4000;
ALTER TABLE port.pilot_jobs ADD COLUMN reference bigint NOT NULL DEFAULT nextval('port.pilot_job_reference');
GRANT USAGE, SELECT ON SEQUENCE port.pilot_job_reference TO hf_tidewater_app;
