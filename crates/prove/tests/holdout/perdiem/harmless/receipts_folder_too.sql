-- A second, restrictive policy asks for the right folder on top of the organisation: harmless.
CREATE POLICY receipts_folder ON expense.receipts AS RESTRICTIVE TO hf_perdiem_app
  USING (storage_key LIKE expense.current_org() || '/%')
  WITH CHECK (storage_key LIKE expense.current_org() || '/%');
