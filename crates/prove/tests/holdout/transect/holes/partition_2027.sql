-- The new partition was granted like the others, but has no row level security of its own.
-- about: observations_2027
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: SELECT remarks FROM survey.observations_2027;
-- shows: Road-secret next year
CREATE TABLE survey.observations_2027 PARTITION OF survey.observations
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
GRANT SELECT ON survey.observations_2027 TO hf_transect_app, hf_transect_reader;
