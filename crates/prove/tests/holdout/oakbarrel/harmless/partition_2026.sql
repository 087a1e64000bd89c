-- Harmless: a new partition has its own policy and no grant; it is reached through its parent only.

CREATE TABLE cellar.lab_results_2026 PARTITION OF cellar.lab_results
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE cellar.lab_results_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE cellar.lab_results_2026 FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_results_2026_by_estate ON cellar.lab_results_2026
  USING (estate = current_setting('cellar.estate', true))
  WITH CHECK (estate = current_setting('cellar.estate', true));
