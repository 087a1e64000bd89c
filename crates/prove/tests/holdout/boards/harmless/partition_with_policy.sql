-- The new partition is protected by itself as well.
CREATE TABLE app.activity_2027 PARTITION OF app.activity FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE app.activity_2027 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY org ON app.activity_2027 USING (org_id = nullif(current_setting('app.org', true), '')::uuid);
GRANT SELECT ON app.activity_2027 TO ho_boards_app;
