-- The policy for DELETE forgot the merchant; a delete without a WHERE takes the files of all merchants.
-- about: files, staff_drop, drop_unnoted
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: DELETE FROM loyal.files;
-- shows: DELETE 2
-- Files of receipts may be deleted by any cashier, not only by the uploader.
DROP POLICY staff_drop ON loyal.files;
CREATE POLICY drop_unnoted ON loyal.files FOR DELETE USING (loyal.claims() ->> 'sub' IS NOT NULL);
