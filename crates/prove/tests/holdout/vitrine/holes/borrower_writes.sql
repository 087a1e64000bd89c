-- A borrower changes the owner's object, because the policy for shared objects holds for every verb.
-- about: objects, shared_with_me
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: UPDATE loans.objects SET condition = 'ruined' WHERE institution = 'road' AND accession = '1901.2';
-- shows: UPDATE 1
-- Borrowers note the condition at arrival.
DROP POLICY shared_with_me ON loans.objects;
CREATE POLICY shared_with_me ON loans.objects
  USING (EXISTS (SELECT FROM loans.object_shares s
                 WHERE s.institution = objects.institution AND s.accession = objects.accession
                   AND s.borrower = loans.me() AND s.revoked_on IS NULL));
