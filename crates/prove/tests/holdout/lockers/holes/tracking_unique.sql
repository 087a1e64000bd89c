-- Tracking numbers became unique over all operators; ON CONFLICT DO NOTHING then says quietly who else
-- has one.
-- about: parcels, parcels_tracking_all
-- as: hf_lockers_app
-- exploit: SET app.operator_id = '1';
-- exploit: WITH i AS (INSERT INTO lock.parcels (operator_id, nr, tracking, recipient_nr)
-- exploit:   VALUES (1, 900, 'TRK-ROAD', 10) ON CONFLICT DO NOTHING RETURNING 1)
-- exploit: SELECT 'stored: ' || count(*) FROM i;
-- shows: stored: 0
ALTER TABLE lock.parcels ADD CONSTRAINT parcels_tracking_all UNIQUE (tracking);
