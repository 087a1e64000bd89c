-- The reports of every sender read all campaigns: a policy was written for their role.
-- about: campaigns
-- as: hf_mailings_report
-- exploit: SET mail.sender = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT subject FROM mail.campaigns;
-- shows: Subject-secret
CREATE POLICY report ON mail.campaigns FOR SELECT TO hf_mailings_report USING (true);
