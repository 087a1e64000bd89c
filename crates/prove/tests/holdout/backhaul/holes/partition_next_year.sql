-- The partition of the next year keeps the default privileges and has no row level security of its own.
-- about: tracking_events_2027, tracking_events
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT position FROM tms.tracking_events_2027;
-- shows: Road-secret-pos27
CREATE TABLE tms.tracking_events_2027 PARTITION OF tms.tracking_events
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
