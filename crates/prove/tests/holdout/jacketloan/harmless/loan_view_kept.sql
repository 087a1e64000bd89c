-- The view gets a new column and keeps its option security_invoker: harmless.
CREATE OR REPLACE VIEW "ActiveLoanView" WITH (security_invoker = true) AS
  SELECT l."id", r."fullName", l."isbn", l."status"
  FROM "Loan" l JOIN "Reader" r ON r."libraryId" = l."libraryId" AND r."id" = l."readerId"
  WHERE l."status" = 'ACTIVE';
