-- The new partition has its own grant and no row level security, so it is read around the parent's
-- policies.
-- about: stays_2030
-- as: hf_parking_app
-- exploit: SET park.operator = '1';
-- exploit: SELECT plate FROM park.stays_2030;
-- shows: Road-secret R 9
-- The yearly report is faster on the partition itself.
GRANT SELECT ON park.stays_2030 TO hf_parking_app;
