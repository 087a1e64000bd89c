-- A login deletes the discarded files of all accounts, as the sweeper's policy holds for every session.
-- about: attachments, attachments_sweep
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: DELETE FROM attachments;
-- shows: DELETE 2
CREATE POLICY attachments_sweep ON attachments FOR DELETE
  USING (discarded_at < now() - interval '30 days');
