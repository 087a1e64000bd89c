-- The photos ask for a claim with that number, but numbers repeat: one's own claim 1 opens the photos of
-- all claims 1.
-- about: claims_photo
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT url FROM claims_photo;
-- shows: Road-secret photo
CREATE TABLE claims_photo (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  claim_number integer NOT NULL,
  url text NOT NULL
);
ALTER TABLE claims_photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_photo FORCE ROW LEVEL SECURITY;
CREATE POLICY by_claim ON claims_photo USING (EXISTS (
  SELECT FROM claims_claim c WHERE c.number = claims_photo.claim_number AND c.maker_id = tenancy_maker()));
GRANT SELECT, INSERT, DELETE ON claims_photo TO hf_warranty_app;
