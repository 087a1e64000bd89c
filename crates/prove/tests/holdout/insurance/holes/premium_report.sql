-- Tenant A reads the premiums of all brokers in a report table.
-- about: premium_report
-- as: hf_insurance_app
-- exploit: SET ins.broker = '2';
-- exploit: INSERT INTO ins.premium_report VALUES (2, '2026-01-01', 4711);
-- exploit: SET ins.broker = '1';
-- exploit: SELECT total || ' in all' FROM ins.premium_report;
-- shows: 4711 in all
CREATE TABLE ins.premium_report (
  broker_id integer NOT NULL REFERENCES ins.brokers,
  month date NOT NULL,
  total numeric NOT NULL,
  PRIMARY KEY (broker_id, month)
);
ALTER TABLE ins.premium_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY report ON ins.premium_report USING (month IS NOT NULL);
GRANT SELECT, INSERT ON ins.premium_report TO hf_insurance_app;
