-- Receipts of all operators draw on one sequence that the application may read: it tells how much others
-- sell.
-- about: receipt_seq, tickets, receipt_no
-- as: hf_farebox_app
-- exploit: SET transit.operator = '20';
-- exploit: INSERT INTO transit.tickets (operator_id, product_code) VALUES (20, 'DAY'), (20, 'DAY'), (20,
-- exploit:   'DAY');
-- exploit: SET transit.operator = '10';
-- exploit: SELECT 'sold by all=' || last_value, 'by us=' || (SELECT count(*) FROM transit.tickets)
-- exploit:   FROM transit.receipt_seq;
-- shows: sold by all=5
CREATE SEQUENCE transit.receipt_seq;
GRANT USAGE, SELECT ON SEQUENCE transit.receipt_seq TO hf_farebox_app;
ALTER TABLE transit.tickets ADD COLUMN receipt_no bigint NOT NULL DEFAULT nextval('transit.receipt_seq');
