-- A borrower sees each object that has the number of one shown to it, because the policy forgets the owner.
-- about: objects, shared_with_me, object_shares
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: SELECT title, condition FROM loans.objects;
-- shows: Road-secret Portrait
-- The policy is written with IN, which the planner likes better.
DROP POLICY shared_with_me ON loans.objects;
CREATE POLICY shared_with_me ON loans.objects FOR SELECT
  USING (accession IN (SELECT s.accession FROM loans.object_shares s
                       WHERE s.borrower = loans.me() AND s.revoked_on IS NULL));
