-- A refused account number tells an employer that the person is also paid by another one.
-- about: bank_accounts, bank_accounts_iban_key, iban
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: UPDATE pay.bank_accounts SET iban = 'XX00BETA' WHERE staff_no = 1;
-- shows: duplicate key value
-- The bank rejects a number that occurs twice in our batch, so it may be stored only once.
ALTER TABLE pay.bank_accounts DROP CONSTRAINT bank_accounts_iban_key;
ALTER TABLE pay.bank_accounts ADD CONSTRAINT bank_accounts_iban_key UNIQUE (iban);
