-- The partition of the new year has no policy of its own and was granted for a fast export: read it directly.
-- about: validations_2025, validations
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: SELECT stop_name FROM transit.validations_2025;
-- shows: Road-secret halt
CREATE TABLE transit.validations_2025 PARTITION OF transit.validations
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
GRANT SELECT ON transit.validations_2025 TO hf_farebox_app;
