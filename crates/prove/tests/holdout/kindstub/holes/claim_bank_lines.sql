-- Lines without a donation may be updated by anyone, so a charity moves the open lines of others to itself.
-- about: bank_line, bank_line_update
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: UPDATE give.bank_line SET charity_id = 1;
-- exploit: SELECT memo FROM give.bank_line;
-- shows: Harvest-secret bank memo
-- Two volunteers may match the same pool of open lines.
CREATE POLICY bank_line_update ON give.bank_line FOR UPDATE
  USING (donation_no IS NULL) WITH CHECK (charity_id = give.this_charity());
