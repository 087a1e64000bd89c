-- A session without the setting passes for the nightly billing and sees the bills of every utility.
-- about: bills, bills_own
-- as: hf_meterbrook_app
-- exploit: RESET meterbrook.utility_id;
-- exploit: SELECT amount, text FROM water.bills;
-- shows: Road-secret bill
-- The billing run goes over all utilities and has no setting of its own.
ALTER POLICY bills_own ON water.bills
  USING (utility_id = water.utility() OR water.utility() IS NULL);
