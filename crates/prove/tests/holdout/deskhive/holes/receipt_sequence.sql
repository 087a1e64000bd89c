-- One sequence numbers the receipts of all spaces, and its value tells how many the others have written.
-- about: receipts, receipts_number_seq, number_receipt
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: INSERT INTO desk.receipts (space, payer, cents) VALUES ('hub', 'Ann', 5)
-- exploit: RETURNING 'receipt ' || number;
-- shows: receipt 4
DROP TRIGGER number_receipt ON desk.receipts;
DROP FUNCTION desk.number_receipt();
CREATE SEQUENCE desk.receipts_number_seq AS integer OWNED BY desk.receipts.number;
ALTER TABLE desk.receipts ALTER COLUMN number SET DEFAULT nextval('desk.receipts_number_seq');
GRANT USAGE, SELECT ON SEQUENCE desk.receipts_number_seq TO hf_deskhive_app;
