-- harmless: the new partition has the same row level security and policy as the others.
CREATE TABLE survey.observations_2027 PARTITION OF survey.observations
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE survey.observations_2027 ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.observations_2027 FORCE ROW LEVEL SECURITY;
CREATE POLICY read_own ON survey.observations_2027 FOR SELECT
  USING (team = NULLIF(current_setting('survey.team', true), ''));
GRANT SELECT ON survey.observations_2027 TO hf_transect_app, hf_transect_reader;
