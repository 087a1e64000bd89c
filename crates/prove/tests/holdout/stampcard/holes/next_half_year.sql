-- The new partition was made without row security, and the grant on all tables of the schema includes it.
-- about: points_2026_h2, points
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-bob"}';
-- exploit: INSERT INTO loyal.points VALUES (2, 'RD77', '2026-08-01', 3, 'Road-' || 'secret summer');
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: SELECT reason FROM loyal.points_2026_h2;
-- shows: Road-secret summer
CREATE TABLE loyal.points_2026_h2 PARTITION OF loyal.points FOR VALUES FROM ('2026-07-01') TO ('2027-01-01');
GRANT SELECT ON ALL TABLES IN SCHEMA loyal TO hf_stampcard_app;
