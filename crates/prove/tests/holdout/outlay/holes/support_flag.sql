-- A second setting opens the rows of every company to support, and any caller of the application's login
-- can set it.
-- about: policies_text, support_reads, support
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SET outlay.support = 'on';
-- exploit: SELECT body FROM exp.policies_text;
-- shows: Road-secret policy
-- Support staff use the same login; the middleware sets the flag after it has looked at their role.
CREATE POLICY support_reads ON exp.policies_text FOR SELECT
  USING (current_setting('outlay.support', true) = 'on');
