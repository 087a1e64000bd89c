-- A borrower writes loans into the books of any lender, because the policy checks by what it reads by.
-- about: library_loan, borrower_id, ensemble_isolation
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: INSERT INTO library_loan (ensemble_id, id, copy_id, person_id, due, borrower_id)
-- exploit:   VALUES (62, 900, 1, 1, '2031-01-01', 31);
-- shows: INSERT 0 1
-- Ensembles lend to each other; the borrower sees the loan in its list.
ALTER TABLE "library_loan" ADD COLUMN "borrower_id" bigint NULL;
DROP POLICY "ensemble_isolation" ON "library_loan";
CREATE POLICY "ensemble_isolation" ON "library_loan"
  USING (NULLIF(current_setting('app.current_ensemble', true), '')::bigint IN ("ensemble_id", "borrower_id"));
