-- Replacing the view without its options drops security_invoker: the view now reads as its owner.
-- about: ActiveLoanView, Loan, Reader
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: SELECT * FROM "ActiveLoanView";
-- shows: Fjord-secret reader
CREATE OR REPLACE VIEW "ActiveLoanView" AS
  SELECT l."id", r."fullName", l."isbn", l."createdAt"
  FROM "Loan" l JOIN "Reader" r ON r."libraryId" = l."libraryId" AND r."id" = l."readerId"
  WHERE l."status" = 'ACTIVE';
