-- Carriers' answers may be written under any broker, since the new policy checks nothing on insert.
-- about: quotes, quotes_insert
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO tms.quotes (broker_id, load_id, carrier_id, amount) VALUES ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000032', 'bbbbbbbb-0000-4000-8000-000000000022', 1);
-- shows: INSERT 0 1
-- The mail import writes quotes before it knows the broker.
CREATE POLICY quotes_insert ON tms.quotes FOR INSERT TO hf_backhaul_app WITH CHECK (true);
