-- The rule for berths spans all fleets: a refused entry tells that another fleet has the berth then.
-- about: berths
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: INSERT INTO charter.berths (harbour, berth_no, period) VALUES ('NB', 14, '[2026-07-03,2026-07-05)');
-- shows: conflicting key value violates exclusion constraint
CREATE TABLE data.berths (
  fleet_id int NOT NULL DEFAULT charter.fleet() REFERENCES data.fleets (id),
  harbour text NOT NULL REFERENCES data.harbours (code),
  berth_no int NOT NULL,
  period daterange NOT NULL,
  note text,
  EXCLUDE USING gist (harbour WITH =, berth_no WITH =, period WITH &&)
);
ALTER TABLE data.berths ENABLE ROW LEVEL SECURITY;
ALTER TABLE data.berths FORCE ROW LEVEL SECURITY;
CREATE VIEW charter.berths WITH (security_barrier = true) AS
  SELECT fleet_id, harbour, berth_no, period, note FROM data.berths WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
GRANT SELECT, DELETE ON charter.berths TO hf_regatta_app;
GRANT INSERT (harbour, berth_no, period, note), UPDATE (berth_no, period, note) ON charter.berths TO hf_regatta_app;
