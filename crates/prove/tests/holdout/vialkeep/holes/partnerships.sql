-- A pharmacy writes its partnerships alone, without consent, and a partnership opens the other's batches.
-- about: partnerships, batches, batches_partner
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: INSERT INTO partnerships (pharmacy_id, partner_id) VALUES (1, 2);
-- exploit: SELECT note FROM batches;
-- shows: Brook-secret batch
CREATE TABLE partnerships (
  pharmacy_id bigint NOT NULL REFERENCES pharmacies,
  partner_id bigint NOT NULL,
  PRIMARY KEY (pharmacy_id, partner_id)
);
ALTER TABLE partnerships ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnerships FORCE ROW LEVEL SECURITY;
CREATE POLICY partnerships_own ON partnerships
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());
GRANT SELECT, INSERT, DELETE ON partnerships TO hf_vialkeep_app;
CREATE POLICY batches_partner ON batches FOR SELECT
  USING (pharmacy_id IN (SELECT p.partner_id FROM partnerships p WHERE p.pharmacy_id = current_pharmacy()));
