-- Row security of the list of customers is off, so each of them reads who else is a customer.
-- about: accounts
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: SELECT id, company FROM sign.accounts;
-- shows: Road-secret company
-- The sender picks the receiving company by its name.
ALTER TABLE sign.accounts DISABLE ROW LEVEL SECURITY;
