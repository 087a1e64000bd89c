-- Tenant A reads all unsent messages: the relay needed them, and runs as the same role.
-- about: outbox
-- as: ho_eventlog_app
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT message FROM es.outbox;
-- shows: secret
CREATE POLICY relay ON es.outbox FOR SELECT USING (sent_at IS NULL);
