-- With INSERT on the laboratory's column the unique index answers before the check option: barcodes
-- can be probed.
-- about: samples, samples_pkey
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: INSERT INTO api.samples (lab_id, barcode, client, label) VALUES (2, 'B2', 'c2', 'probe');
-- shows: duplicate key value violates unique constraint
SET ROLE hf_labs_owner;
GRANT INSERT ON api.samples TO hf_labs_app;
RESET ROLE;
