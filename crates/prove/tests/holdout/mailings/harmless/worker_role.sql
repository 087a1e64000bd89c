-- The worker has a role of its own, which no application has.
CREATE ROLE hf_mailings_worker NOLOGIN;
GRANT USAGE ON SCHEMA mail TO hf_mailings_worker;
GRANT SELECT, DELETE ON mail.outbox TO hf_mailings_worker;
CREATE POLICY worker ON mail.outbox TO hf_mailings_worker USING (true);
