-- The worker's login, with the setting of one company, reads the messages of all.
-- about: outbox
-- as: hf_treasury_worker
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT topic, payload FROM tre.outbox;
-- shows: Road-secret
-- The worker takes messages in order of arrival, so it must see the queue as a whole.
CREATE POLICY outbox_worker ON tre.outbox FOR SELECT TO hf_treasury_worker USING (true);
