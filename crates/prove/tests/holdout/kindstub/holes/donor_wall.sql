-- The wall of donors opens every donation that is not anonymous to all charities, amounts and all.
-- about: donation, donor_wall
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT amount, message FROM give.donation;
-- shows: Harvest-secret message
CREATE POLICY donor_wall ON give.donation FOR SELECT USING (NOT anonymous);
