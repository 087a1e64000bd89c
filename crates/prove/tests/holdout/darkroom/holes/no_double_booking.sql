-- The rule against double bookings names the device but not the institution: it tells when another one's is
-- in use.
-- about: bookings, bookings_no_overlap
-- as: hf_darkroom_app
-- exploit: SET pacs.institution = '100';
-- exploit: INSERT INTO pacs.bookings (institution_no, device_code, during)
-- exploit:   VALUES (100, 'CT-1', '[2024-06-01 10:30+00, 2024-06-01 10:45+00)');
-- shows: bookings_no_overlap
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE pacs.bookings ADD CONSTRAINT bookings_no_overlap
  EXCLUDE USING gist (device_code WITH =, during WITH &&);
