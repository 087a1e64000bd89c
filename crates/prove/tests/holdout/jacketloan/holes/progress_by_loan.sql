-- The new policy trusts a helper that reads loans as owner, so progress of any library's loan is visible.
-- about: ReadingProgress, progress_by_loan, loanIsActive
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: SELECT "bookmark" FROM "ReadingProgress";
-- shows: Fjord-secret bookmark
CREATE FUNCTION "loanIsActive"(loan text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "Loan" l WHERE l."id" = loan AND l."status" = 'ACTIVE')
$$;
GRANT EXECUTE ON FUNCTION "loanIsActive"(text) TO hf_jacketloan_app;
DROP POLICY "library_isolation" ON "ReadingProgress";
-- Progress of returned loans is private, even to staff.
CREATE POLICY "progress_by_loan" ON "ReadingProgress"
  USING ("loanIsActive"("loanId")) WITH CHECK ("libraryId" = "currentLibraryId"());
