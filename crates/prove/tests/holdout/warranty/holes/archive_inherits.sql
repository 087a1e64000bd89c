-- The archive inherits the columns of the claims but not their row level security.
-- about: claims_claim_archive
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT story FROM claims_claim_archive;
-- shows: Road-secret archive
CREATE TABLE claims_claim_archive (
  archived_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (maker_id, id)
) INHERITS (claims_claim);
GRANT SELECT, INSERT ON claims_claim_archive TO hf_warranty_app;
