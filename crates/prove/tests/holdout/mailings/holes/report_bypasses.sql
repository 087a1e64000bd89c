-- The reports of every sender read all: their role passes by the policies.
-- about: hf_mailings_report
-- as: hf_mailings_report
-- exploit: SET mail.sender = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT email FROM mail.subscribers;
-- shows: secret@example.com
ALTER ROLE hf_mailings_report BYPASSRLS;
