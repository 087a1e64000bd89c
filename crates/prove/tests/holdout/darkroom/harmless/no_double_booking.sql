-- The rule against double bookings holds within one institution, so it says nothing about devices of others.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE pacs.bookings ADD CONSTRAINT bookings_no_double
  EXCLUDE USING gist (institution_no WITH =, device_code WITH =, during WITH &&);
