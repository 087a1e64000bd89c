-- The new partition has no row security of its own and is granted by name, so it is read past the
-- parent's policy.
-- about: events_2028, events
-- as: hf_lockers_courier
-- exploit: SET app.operator_id = '1';
-- exploit: SELECT what FROM lock.events_2028;
-- shows: Road-secret later
SET ROLE hf_lockers_owner;
CREATE TABLE lock.events_2028 PARTITION OF lock.events
  FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
GRANT SELECT, INSERT ON lock.events_2028 TO hf_lockers_app, hf_lockers_courier;
RESET ROLE;
