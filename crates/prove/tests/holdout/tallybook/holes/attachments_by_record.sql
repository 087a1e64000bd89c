-- Only files on invoices are checked through their record; files on anything else are open to all.
-- about: attachments, attachments_company, attachments_record
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT file_name FROM attachments;
-- shows: Road-secret-contract.pdf
DROP POLICY attachments_company ON attachments;
CREATE POLICY attachments_record ON attachments
  USING (CASE attachable_type
    WHEN 'Invoice' THEN EXISTS (SELECT 1 FROM invoices i WHERE i.id = attachable_id)
    ELSE true
  END)
  WITH CHECK (company_id = current_company());
