-- The account of an export is taken from the token's free part when the row names none.
-- about: exports, exports_of_claim
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
-- exploit: "user_metadata": {"account": "22222222-2222-2222-2222-222222222222"}}';
-- exploit: SELECT url FROM bots.exports;
-- shows: Road-secret.zip
-- The dashboard's switch of accounts is kept with the user.
CREATE POLICY exports_of_claim ON bots.exports FOR SELECT TO hf_chatbots_app
  USING (account_id = (auth.jwt() #>> '{user_metadata,account}')::uuid);
