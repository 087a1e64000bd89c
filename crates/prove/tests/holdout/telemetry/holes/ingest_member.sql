-- Uploads by the application use the role of the ingest, which passes all policies.
-- about: hf_telemetry_ingest
-- as: hf_telemetry_app
-- exploit: SET ROLE hf_telemetry_ingest;
-- exploit: SELECT serial, site FROM tele.devices;
-- shows: site-secret
GRANT hf_telemetry_ingest TO hf_telemetry_app;
