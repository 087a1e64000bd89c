-- The hash partitions are granted to nobody; all reading goes through the parent and its policy.
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
GRANT SELECT, INSERT ON bee.weights TO hf_bees_app;
