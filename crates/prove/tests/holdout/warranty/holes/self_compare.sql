-- Inside the subquery the bare column is the one of the subquery itself, so the condition is true for every
-- part.
-- about: claims_part
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT part FROM claims_part;
-- shows: Road-secret belt
-- Parts follow their claim, so that a closed claim hides its parts.
ALTER POLICY maker_only ON claims_part USING (EXISTS (
  SELECT FROM claims_claim c
   WHERE c.maker_id = maker_id AND c.number = claim_number AND c.status <> 'closed'));
