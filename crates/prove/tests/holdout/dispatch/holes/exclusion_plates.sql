-- A plate can be out once at a time on the whole platform: a refused row tells that another company's van
-- is busy.
-- about: assignments_plate_free, assignments
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: INSERT INTO vehicles VALUES (7, 'R-9', 'probe');
-- exploit: INSERT INTO assignments VALUES (7, 1, '1d000000-0000-4000-8000-000000000001', 'R-9',
-- exploit: '[2031-03-01,2031-03-02)');
-- shows: conflicting key value violates exclusion constraint
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE assignments ADD CONSTRAINT assignments_plate_free
  EXCLUDE USING gist (plate WITH =, during WITH &&);
