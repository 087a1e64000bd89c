-- In the policy the bare id is that of the inner table, so the condition holds for every sample of everyone.
-- about: soil_samples, soil_samples_own
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
ALTER TABLE orchard.soil_samples ENABLE ROW LEVEL SECURITY;
ALTER TABLE orchard.soil_samples FORCE ROW LEVEL SECURITY;
CREATE POLICY soil_samples_own ON orchard.soil_samples TO hf_orchardly_app
  USING (EXISTS (
    SELECT 1 FROM orchard.blocks b
    WHERE id = b.id AND b.grower_id = orchard.my_grower()));
GRANT SELECT, DELETE ON orchard.soil_samples TO hf_orchardly_app;
GRANT INSERT (block_id, taken_on, ph, advice) ON orchard.soil_samples TO hf_orchardly_app;
