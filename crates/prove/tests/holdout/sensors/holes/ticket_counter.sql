-- Tenant A sets back the number of tickets, and the others' inserts fail.
-- about: tickets
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: SELECT 'back to ' || setval('tickets_ticket_no_seq', 1);
-- exploit: SET sensors.site_id = '2';
-- exploit: INSERT INTO tickets (site_id, subject) VALUES (2, 'blocked');
-- shows: back to 1.*duplicate key
ALTER TABLE tickets DROP CONSTRAINT tickets_pkey;
ALTER TABLE tickets ADD PRIMARY KEY (ticket_no);
GRANT ALL ON SEQUENCE tickets_ticket_no_seq TO ho_sensors_app;
