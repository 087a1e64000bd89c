-- A share may have an end; the policy still names the owner, the borrower and the revocation.
ALTER TABLE loans.object_shares ADD COLUMN ends_on date;
DROP POLICY shared_with_me ON loans.objects;
CREATE POLICY shared_with_me ON loans.objects FOR SELECT
  USING (EXISTS (SELECT FROM loans.object_shares s
                 WHERE s.institution = objects.institution AND s.accession = objects.accession
                   AND s.borrower = loans.me() AND s.revoked_on IS NULL
                   AND (s.ends_on IS NULL OR s.ends_on >= current_date)));
