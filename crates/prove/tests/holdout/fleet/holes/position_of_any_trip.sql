-- Tenant A writes positions into trips of others: the key lost the operator.
-- about: positions
-- as: ho_fleet_app
-- exploit: SET fleet.session = '{"operator": 1}';
-- exploit: INSERT INTO fleet.positions VALUES (1, 'bbbbbbbb-0000-4000-8000-000000000001', now(), '(0,0)');
-- shows: INSERT 0 1
ALTER TABLE fleet.trips ADD UNIQUE (id);
ALTER TABLE fleet.positions DROP CONSTRAINT positions_trip_operator_trip_id_fkey;
ALTER TABLE fleet.positions ADD FOREIGN KEY (trip_id) REFERENCES fleet.trips (id) ON DELETE CASCADE;
