-- A message can be moved into another company's queue, because the new row is not checked any more.
-- about: outbox
-- as: hf_treasury_app
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: UPDATE tre.outbox SET company_id = 'b0000000-0000-4000-8000-000000000001', sent_at = NULL;
-- shows: UPDATE 2
-- The application may correct a message that has not been sent.
GRANT UPDATE ON tre.outbox TO hf_treasury_app;
DROP POLICY outbox_edit ON tre.outbox;
CREATE POLICY outbox_edit ON tre.outbox FOR UPDATE
  USING (company_id = tre.current_company() AND sent_at IS NULL)
  WITH CHECK (sent_at IS NULL);
