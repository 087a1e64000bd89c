-- The application may set the sequence that all schools' invoices share, and so break the numbering of
-- others.
-- about: invoice_number_seq, Invoice
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: SELECT 'set to ' || setval('invoice_number_seq', 40) AS r;
-- shows: set to 40
CREATE SEQUENCE invoice_number_seq;
ALTER TABLE "Invoice" ALTER COLUMN "number" SET DEFAULT nextval('invoice_number_seq');
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO hf_lectern_app;
