-- An exclusion constraint that begins with the network: only bookings of the same network are compared.
ALTER TABLE ad_slots ADD CONSTRAINT one_sponsor
  EXCLUDE USING gist (network_id WITH =, sponsor_id WITH =, during WITH &&);
