-- The trigger clears the mark on rates of the same organisation only: harmless.
CREATE FUNCTION expense.one_default() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = expense, pg_temp AS $$
BEGIN
  UPDATE expense.rates SET is_default = false
  WHERE org_id = NEW.org_id AND country = NEW.country AND is_default AND rate_no <> NEW.rate_no;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION expense.one_default() FROM PUBLIC;
CREATE TRIGGER rates_one_default AFTER UPDATE ON expense.rates
  FOR EACH ROW WHEN (NEW.is_default AND pg_trigger_depth() = 0) EXECUTE FUNCTION expense.one_default();
