-- Tenant A reads the phenotypes of all donors: policies were written, row security was not enabled.
-- about: phenotypes
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO gen.phenotypes VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000002', 'eye', 'blue-secret');
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT 'value ' || value FROM gen.phenotypes;
-- shows: value blue-secret
CREATE TABLE gen.phenotypes (
  institute_id uuid NOT NULL,
  donor_id uuid NOT NULL,
  trait text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (institute_id, donor_id, trait),
  FOREIGN KEY (institute_id, donor_id) REFERENCES gen.donors
);
CREATE POLICY own ON gen.phenotypes USING (institute_id = gen.institute());
GRANT SELECT, INSERT, UPDATE, DELETE ON gen.phenotypes TO hf_genomics_app;
