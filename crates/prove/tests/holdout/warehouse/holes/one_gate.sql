-- A merchant finds the slots that others have booked, as theirs exclude its own.
-- about: dock_slots
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: INSERT INTO wh.dock_slots VALUES (11, 2, '[2026-05-02 08:30,2026-05-02 08:40)', 'probe');
-- shows: conflicting key value
-- Since the rebuilding there is one gate for all: no two vans at the same time.
ALTER TABLE wh.dock_slots DROP CONSTRAINT dock_slots_no_overlap;
ALTER TABLE wh.dock_slots ADD CONSTRAINT dock_slots_no_overlap EXCLUDE USING gist (during WITH &&);
