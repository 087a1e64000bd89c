-- The exclusion of overlapping viewings compares addresses of all agencies; a refused one tells of
-- another's visit.
-- about: viewings, viewings_guide_excl, one_viewing
-- as: hf_leasehold_app
-- exploit: SET request.jwt.claims = '{"sub":"b0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO viewings VALUES ('b0000000-0000-4000-8000-000000000000', 'Main 9',
-- exploit:   '[2026-05-01 10:00, 2026-05-01 11:00)');
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: INSERT INTO viewings VALUES ('a0000000-0000-4000-8000-000000000000', 'Main 9',
-- exploit:   '[2026-05-01 10:30, 2026-05-01 10:40)');
-- shows: one_viewing
CREATE TABLE viewings (
  agency_id uuid NOT NULL REFERENCES accounts_agency,
  address text NOT NULL,
  during tsrange NOT NULL,
  CONSTRAINT one_viewing EXCLUDE USING gist (address WITH =, during WITH &&)
);
ALTER TABLE viewings ENABLE ROW LEVEL SECURITY;
ALTER TABLE viewings FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON viewings USING (agency_id IN (SELECT token_agencies()));
GRANT SELECT, INSERT, DELETE ON viewings TO hf_leasehold_app;
