-- The partition of the new year has its own forced policy, so the grant for direct reading opens nothing.
CREATE TABLE transit.validations_2025 PARTITION OF transit.validations
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE transit.validations_2025 ENABLE ROW LEVEL SECURITY;
ALTER TABLE transit.validations_2025 FORCE ROW LEVEL SECURITY;
CREATE POLICY validations_2025_operator ON transit.validations_2025
  USING (operator_id = transit.operator()) WITH CHECK (operator_id = transit.operator());
GRANT SELECT ON transit.validations_2025 TO hf_farebox_app;
