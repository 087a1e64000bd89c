-- A second policy for the round planner holds beside the first one, so active drivers of all firms are shown.
-- about: drivers, active_drivers
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT name FROM drivers;
-- shows: Van-secret driver
-- The planner must not see drivers who have left.
CREATE POLICY active_drivers ON drivers FOR SELECT TO hf_vanrun_app
  USING (status = 'active');
