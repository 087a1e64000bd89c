-- Codes are unique over all organizations, so a failed insert tells that a code exists somewhere.
-- about: rewards_voucher, rewards_voucher_code
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: INSERT INTO rewards_voucher (organization_id, code)
-- exploit: VALUES ('11111111-1111-1111-1111-111111111111', 'ROAD-SECRET-50');
-- shows: rewards_voucher_code_upper_uniq
-- Shops read codes without regard to case.
CREATE UNIQUE INDEX rewards_voucher_code_upper_uniq ON rewards_voucher (upper(code));
