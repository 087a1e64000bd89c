-- Photos hold the maker and the number, with a key to the claim of the same maker and the usual policy.
CREATE TABLE claims_photo (
  maker_id uuid NOT NULL DEFAULT tenancy_maker(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  claim_number integer NOT NULL,
  url text NOT NULL,
  PRIMARY KEY (maker_id, id),
  FOREIGN KEY (maker_id, claim_number) REFERENCES claims_claim (maker_id, number) ON DELETE CASCADE
);
ALTER TABLE claims_photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_photo FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON claims_photo USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON claims_photo TO hf_warranty_app;
