-- Any clinic can read and take the waiting reminders of all others, because the policy for workers only
-- asks whether a job is free.
-- about: reminder_jobs
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: SELECT phone, message FROM care.reminder_jobs;
-- shows: Road-secret reminder
-- Workers claim free jobs before they know whose they are.
CREATE POLICY reminder_jobs_claim ON care.reminder_jobs FOR SELECT TO hf_carebeacon_app
  USING (locked_by IS NULL);
