-- The new table of inspections was granted but never put under row level security: each firm reads all
-- reports.
-- about: inspections
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'bbbbbbbb-0000-4000-8000-00000000000b';
-- exploit: INSERT INTO pm.inspections (org_id, unit_id, report) SELECT org_id, id, 'Road-secret mould' FROM
-- exploit:   pm.units;
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: SELECT report FROM pm.inspections;
-- shows: Road-secret mould
CREATE TABLE pm.inspections (
  org_id uuid NOT NULL DEFAULT pm.current_org(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL,
  visited_on date NOT NULL DEFAULT CURRENT_DATE,
  report text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, unit_id) REFERENCES pm.units (org_id, id) ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON pm.inspections TO hf_domicile_app;
