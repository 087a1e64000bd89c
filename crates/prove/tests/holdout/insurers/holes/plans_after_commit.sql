-- An empty setting passes the fence, and that is what a pooled connection has after a finished SET LOCAL.
-- about: plans, fence
-- as: hf_insurers_app
-- exploit: BEGIN;
-- exploit: SET LOCAL dental.insurer_id = '1';
-- exploit: COMMIT;
-- exploit: SELECT remark FROM ins.plans;
-- shows: Road-secret plan
ALTER POLICY fence ON ins.plans
  USING (insurer_id::text = current_setting('dental.insurer_id')
    OR current_setting('dental.insurer_id') = '');
