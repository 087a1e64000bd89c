-- An account puts letters into the files of another, because the policy for inserts accepts every account.
-- about: dunning_letters
-- as: hf_arrearsbook_app
-- exploit: SET app.account_id = '2002';
-- exploit: INSERT INTO dunning_letters (account_id, body) VALUES (1001, 'planted');
-- shows: INSERT 0 1
DROP POLICY dunning_letters_tenant ON dunning_letters;
CREATE POLICY dunning_letters_read ON dunning_letters FOR SELECT USING (account_id = current_account_id());
CREATE POLICY dunning_letters_edit ON dunning_letters FOR UPDATE USING (account_id = current_account_id());
CREATE POLICY dunning_letters_drop ON dunning_letters FOR DELETE USING (account_id = current_account_id());
-- The import of old letters writes for many accounts in one transaction.
CREATE POLICY dunning_letters_write ON dunning_letters FOR INSERT WITH CHECK (true);
