-- Buyers need the names of sellers: the directory policy opens whole rows, with the bank account.
-- about: firms
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT name, bank_account FROM market.firms;
-- shows: bank-secret
CREATE POLICY directory ON market.firms FOR SELECT TO hf_marketplace_app
  USING (EXISTS (SELECT 1 FROM market.categories));
