-- A driver is at one place at a time within the company: the exclusion begins with the company.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE assignments ADD CONSTRAINT assignments_plate_free
  EXCLUDE USING gist (company_id WITH =, plate WITH =, during WITH &&);
