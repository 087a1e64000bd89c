-- The new partition has no row security and is granted by itself, so it is read past its parent.
-- about: habits_checkin_2026
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT note FROM habits_checkin_2026;
-- shows: Road-secret check-in
-- The year has begun without its partition.
CREATE TABLE habits_checkin_2026 PARTITION OF habits_checkin FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
GRANT SELECT, INSERT ON habits_checkin_2026 TO hf_habits_app;
