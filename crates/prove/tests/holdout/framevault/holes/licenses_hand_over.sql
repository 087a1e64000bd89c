-- A studio plants licenses of its own wording in another studio, because the new policy for changes accepts
-- any studio on the new row.
-- about: licenses, licenses_edit
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: UPDATE stock.licenses SET studio_id = 'roadpix', terms = 'free for all';
-- shows: UPDATE 1
-- Agencies hand licenses over to the studio that takes the customer.
DROP POLICY licenses_edit ON stock.licenses;
CREATE POLICY licenses_edit ON stock.licenses FOR UPDATE
  USING (studio_id IN (SELECT stock.my_studios()))
  WITH CHECK (true);
