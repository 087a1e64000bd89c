-- The policy for the worker lets every login read and change the open reminders of all centres.
-- about: reminders, worker
-- as: hf_plasma_app
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: UPDATE blood.reminders SET sent_at = now() WHERE sent_at IS NULL RETURNING message;
-- shows: Road-secret reminder
-- The worker sends for all centres with the same login.
CREATE POLICY worker ON blood.reminders TO hf_plasma_app
  USING (sent_at IS NULL OR sent_at > now() - interval '1 day') WITH CHECK (true);
