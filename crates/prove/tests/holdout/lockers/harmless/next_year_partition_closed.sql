-- The new partition is granted to nobody and has row security of its own, like the older ones.
SET ROLE hf_lockers_owner;
CREATE TABLE lock.events_2028 PARTITION OF lock.events
  FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
ALTER TABLE lock.events_2028 ENABLE ROW LEVEL SECURITY;
ALTER TABLE lock.events_2028 FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON lock.events_2028
  USING (operator_id = nullif(current_setting('app.operator_id', true), '')::bigint);
RESET ROLE;
