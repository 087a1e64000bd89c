-- The appeal's key to the claim may name a claim of another insurer, who then cannot delete its own claim.
-- about: appeals, claims, appeals_claim_fkey
-- as: hf_insurers_app
-- exploit: SET dental.insurer_id = '1';
-- exploit: INSERT INTO ins.appeals VALUES (1, 2, 200, 'probe');
-- exploit: SELECT 'held claim ' || claim_nr FROM ins.appeals WHERE claim_nr = 200;
-- shows: held claim 200
SET ROLE hf_insurers_owner;
CREATE UNIQUE INDEX claims_nr_key ON ins.claims (nr);
CREATE TABLE ins.appeals (
  insurer_id integer NOT NULL REFERENCES ins.insurers (id),
  nr integer NOT NULL,
  claim_nr bigint NOT NULL CONSTRAINT appeals_claim_fkey REFERENCES ins.claims (nr),
  reason text NOT NULL,
  PRIMARY KEY (insurer_id, nr)
);
ALTER TABLE ins.appeals ENABLE ROW LEVEL SECURITY;
ALTER TABLE ins.appeals FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON ins.appeals USING (insurer_id = ins.insurer());
GRANT SELECT, INSERT, DELETE ON ins.appeals TO hf_insurers_app;
RESET ROLE;
