-- harmless: the partition of the next year is closed to the application, like the others.
CREATE TABLE tms.tracking_events_2027 PARTITION OF tms.tracking_events
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
REVOKE ALL ON tms.tracking_events_2027 FROM hf_backhaul_app;
ALTER TABLE tms.tracking_events_2027 ENABLE ROW LEVEL SECURITY;
ALTER TABLE tms.tracking_events_2027 FORCE ROW LEVEL SECURITY;
