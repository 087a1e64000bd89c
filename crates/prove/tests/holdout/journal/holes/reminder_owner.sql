-- The application became the owner of the reminders and is not bound by their policy.
-- about: reminders
-- as: ho_journal_app
-- exploit: SET journal.person = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT label FROM reminders;
-- shows: reminder-secret
ALTER TABLE reminders OWNER TO ho_journal_app;
