-- One policy for all verbs lets any company change and delete the vendor's list, which all companies read.
-- about: equipment
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: UPDATE equipment SET watts = 1 WHERE model = 'Vendor Module' RETURNING 'now ' || model || ' ' || watts;
-- shows: now Vendor Module 1
-- Four policies that say the same are one too many.
DROP POLICY "read own and vendor list" ON equipment;
DROP POLICY "add own" ON equipment;
DROP POLICY "change own" ON equipment;
DROP POLICY "remove own" ON equipment;
CREATE POLICY "own and vendor list" ON equipment
  USING (company_id IS NULL OR is_member(company_id))
  WITH CHECK (company_id IS NULL OR is_member(company_id));
