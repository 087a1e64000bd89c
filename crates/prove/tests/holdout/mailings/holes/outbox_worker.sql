-- Tenant A reads the whole outbox: the worker that sends needs all rows, and logs in like everybody.
-- about: outbox
-- as: hf_mailings_app
-- exploit: SET mail.sender = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT body FROM mail.outbox;
-- shows: body-secret
CREATE POLICY worker ON mail.outbox FOR SELECT TO hf_mailings_app USING (true);
