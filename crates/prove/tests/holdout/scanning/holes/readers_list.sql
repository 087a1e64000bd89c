-- An empty list of readers is contained in every list: batches without readers are open to all offices.
-- about: batches
-- as: hf_scanning_reporting
-- exploit: SET scan.office_code = 'a12';
-- exploit: SELECT title FROM scan.batches;
-- shows: Road-secret batch
-- A batch may be given to other offices to read, for audits.
CREATE POLICY readers ON scan.batches FOR SELECT
  USING (readers <@ ARRAY[scan.office()]);
