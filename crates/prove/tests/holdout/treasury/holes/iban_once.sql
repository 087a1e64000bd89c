-- A company learns whether another has an account number, because it must be unique in the whole table.
-- about: bank_accounts, iban
-- as: hf_treasury_app
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO tre.bank_accounts (company_id, iban, label, currency)
-- exploit: VALUES ('a0000000-0000-4000-8000-000000000001', 'BIR001', 'probe', 'EUR');
-- shows: duplicate key value
-- The same account was imported twice under different labels; an account number is unique by its nature.
ALTER TABLE tre.bank_accounts DROP CONSTRAINT bank_accounts_company_id_iban_key;
ALTER TABLE tre.bank_accounts ADD CONSTRAINT bank_accounts_iban_key UNIQUE (iban);
