-- What waits in the queue is visible to every organizer, and may be changed by it, for the sake of the
-- printers.
-- about: print_job, print_job_tenant, print_job_queue
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: SELECT label FROM badge.print_job;
-- shows: Road-secret label
-- Printers at the counter serve whatever is next.
CREATE POLICY print_job_queue ON badge.print_job FOR SELECT USING (state = 'queued');
CREATE POLICY print_job_pick_up ON badge.print_job FOR UPDATE
  USING (state = 'queued') WITH CHECK (state IN ('printing', 'done'));
