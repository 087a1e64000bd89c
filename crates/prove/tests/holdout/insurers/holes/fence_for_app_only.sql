-- The fence around letters now holds for one role only, and the portal's login walks past it.
-- about: letters, fence, hf_insurers_portal
-- as: hf_insurers_portal
-- exploit: SET dental.insurer_id = '1';
-- exploit: SELECT body FROM ins.letters;
-- shows: Road-secret letter
ALTER POLICY fence ON ins.letters TO hf_insurers_app;
