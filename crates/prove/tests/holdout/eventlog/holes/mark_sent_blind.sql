-- Tenant A marks every message of every tenant as sent.
-- about: outbox
-- as: ho_eventlog_app
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE es.outbox SET sent_at = now();
-- shows: UPDATE 2
CREATE POLICY relay ON es.outbox FOR UPDATE USING (true);
