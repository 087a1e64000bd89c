-- The exclusion constraint with inclusive bounds keeps the network, so it never compares two networks.
ALTER TABLE dia.sessions DROP CONSTRAINT sessions_chair_free;
ALTER TABLE dia.sessions ADD CONSTRAINT sessions_chair_free EXCLUDE USING gist (
  network_id WITH =, unit_code WITH =, chair_code WITH =, tstzrange(lower(slot), upper(slot), '[]') WITH &&);
