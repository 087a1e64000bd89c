-- The view runs with its owner's rights and has no filter, so it lists the berths and boats of all harbours.
-- about: berth_occupancy, berths, stays, vessels
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM harbour.berth_occupancy;
-- shows: Quay-secret boat
CREATE VIEW harbour.berth_occupancy AS
SELECT be.code, v.name AS vessel, s.arrives, s.leaves
FROM harbour.berths be
JOIN harbour.stays s ON s.harbour_id = be.harbour_id AND s.berth_id = be.id
JOIN harbour.vessels v ON v.harbour_id = s.harbour_id AND v.id = s.vessel_id;
GRANT SELECT ON harbour.berth_occupancy TO hf_mooring_app;
