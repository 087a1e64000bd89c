-- A login reads all reports by setting the flag that the support pages set; nothing ties the flag to a role.
-- about: reports, reports_support
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SET app.support_mode = 'on';
-- exploit: SELECT body FROM reports;
-- shows: Road-secret steps
CREATE POLICY reports_support ON reports FOR SELECT
  USING (current_setting('app.support_mode', true) = 'on');
