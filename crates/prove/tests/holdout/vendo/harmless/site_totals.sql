-- harmless: the table of totals has row level security and the usual policy.
CREATE TABLE vend.site_totals (
  operator_id bigint NOT NULL,
  machine_no int NOT NULL,
  day date NOT NULL,
  cents bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (operator_id, machine_no, day)
);
ALTER TABLE vend.site_totals ENABLE ROW LEVEL SECURITY;
ALTER TABLE vend.site_totals FORCE ROW LEVEL SECURITY;
CREATE POLICY operator ON vend.site_totals USING (operator_id = vend.op())
  WITH CHECK (operator_id = vend.op());
GRANT SELECT, INSERT, UPDATE ON vend.site_totals TO hf_vendo_app, hf_vendo_device;
