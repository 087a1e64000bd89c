-- A login of organisation 1 reads receipts of organisation 12, as the folder is told by how the key begins.
-- about: receipts, org_only, receipts_folder
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: SELECT read_text FROM expense.receipts;
-- shows: Road-secret dinner for five
DROP POLICY org_only ON expense.receipts;
CREATE POLICY receipts_folder ON expense.receipts TO hf_perdiem_app
  USING (storage_key LIKE expense.current_org() || '%')
  WITH CHECK (org_id = expense.current_org() AND storage_key LIKE expense.current_org() || '/%');
