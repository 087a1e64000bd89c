-- Support staff see every company by a setting that any session of the application's login can switch on
-- itself.
-- about: one_on_one, one_on_one_support
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: SET hr.support_mode = 'on';
-- exploit: SELECT notes FROM hr.one_on_one;
-- shows: Road-secret talk
CREATE POLICY one_on_one_support ON hr.one_on_one FOR SELECT
  USING (current_setting('hr.support_mode', true) = 'on');
