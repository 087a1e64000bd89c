-- The new table has no grower column, so nobody thought of row level security: everyone reads all samples.
-- about: soil_samples
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: SELECT advice FROM orchard.soil_samples;
-- shows: Pear-secret lime
CREATE TABLE orchard.soil_samples (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  block_id uuid NOT NULL REFERENCES orchard.blocks (id) ON DELETE CASCADE,
  taken_on date NOT NULL,
  ph numeric(3, 1),
  advice text
);
CREATE INDEX soil_samples_block ON orchard.soil_samples (block_id);
GRANT SELECT, DELETE ON orchard.soil_samples TO hf_orchardly_app;
GRANT INSERT (block_id, taken_on, ph, advice) ON orchard.soil_samples TO hf_orchardly_app;
