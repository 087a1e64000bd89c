-- The samples with the policy done right: the outer column is named with its table.
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
    WHERE b.id = soil_samples.block_id AND b.grower_id = orchard.my_grower()));
GRANT SELECT, DELETE ON orchard.soil_samples TO hf_orchardly_app;
GRANT INSERT (block_id, taken_on, ph, advice) ON orchard.soil_samples TO hf_orchardly_app;
