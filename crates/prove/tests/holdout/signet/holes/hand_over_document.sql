-- The WITH CHECK of the update policy does not ask for the account; a document can be moved into another
-- account.
-- about: documents, documents_change, documents_member
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: UPDATE sign.documents SET account_id = 2, envelope_id = 70;
-- shows: UPDATE 1
-- Per verb, so that documents without a name can be refused on change.
DROP POLICY documents_member ON sign.documents;
CREATE POLICY documents_read ON sign.documents FOR SELECT USING (account_id = ANY (sign.my_accounts()));
CREATE POLICY documents_add ON sign.documents FOR INSERT WITH CHECK (account_id = ANY (sign.my_accounts()));
CREATE POLICY documents_drop ON sign.documents FOR DELETE USING (account_id = ANY (sign.my_accounts()));
CREATE POLICY documents_change ON sign.documents FOR UPDATE USING (account_id = ANY (sign.my_accounts()))
  WITH CHECK (file_name <> '');
