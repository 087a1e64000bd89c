-- The planner's filter for active drivers keeps the account in the same policy.
CREATE POLICY active_drivers ON drivers FOR SELECT TO hf_vanrun_app
  USING (status = 'active' AND account_id = NULLIF(current_setting('app.account_id', true), '')::bigint);
