-- The next partition comes with row security, forced, and with the policy of its parent.
CREATE TABLE loyal.points_2026_h2 PARTITION OF loyal.points FOR VALUES FROM ('2026-07-01') TO ('2027-01-01');
ALTER TABLE loyal.points_2026_h2 ENABLE ROW LEVEL SECURITY;
ALTER TABLE loyal.points_2026_h2 FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_read ON loyal.points_2026_h2 FOR SELECT USING (loyal.works_at(merchant_id));
GRANT SELECT ON ALL TABLES IN SCHEMA loyal TO hf_stampcard_app;
