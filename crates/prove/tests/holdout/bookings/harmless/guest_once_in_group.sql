-- Harmless: the exclusion holds between bookings of one group.
ALTER TABLE bookings ADD CONSTRAINT guest_once EXCLUDE USING gist
  (venue_group_id WITH =, guest_id WITH =, during WITH &&) WHERE (status <> 'cancelled');
