-- Tenant A reads the damage claims of all carriers: the new table came without a policy.
-- about: damage_claims
-- as: hf_freight_app
-- exploit: SET freight.carrier = 'northwind';
-- exploit: INSERT INTO freight.damage_claims VALUES ('northwind', 'W-1', 'Broken-secret');
-- exploit: SET freight.carrier = 'north';
-- exploit: SELECT 'claim: ' || text FROM freight.damage_claims;
-- shows: claim: Broken-secret
CREATE TABLE freight.damage_claims (
  carrier text NOT NULL,
  number text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (carrier, number),
  FOREIGN KEY (carrier, number) REFERENCES freight.shipments (carrier, number)
);
GRANT SELECT, INSERT ON freight.damage_claims TO hf_freight_app;
