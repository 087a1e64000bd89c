-- The partition for the second quarter has no policy, and the grant on all tables reaches it.
-- about: readings_2026
-- as: hf_telemetry_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-0000000000aa"}';
-- exploit: SELECT note FROM tele.readings_2026;
-- shows: reading-secret
CREATE TABLE tele.readings_2026 PARTITION OF tele.readings FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
GRANT SELECT ON ALL TABLES IN SCHEMA tele TO hf_telemetry_app;
REVOKE SELECT ON tele.daily_rollup FROM hf_telemetry_app;
