-- A radio number must now be unique everywhere, so a refused insert tells that another harbour has the boat.
-- about: vessels_mmsi_key, vessels
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO harbour.vessels (owner_id, name, mmsi, length_m)
-- exploit: VALUES ('0a000000-0000-4000-8000-000000000002', 'x', '219000777', 5);
-- shows: duplicate key value
-- Two entries for one boat confused the office: a radio number belongs to one boat.
ALTER TABLE harbour.vessels DROP CONSTRAINT vessels_harbour_id_mmsi_key;
ALTER TABLE harbour.vessels ADD CONSTRAINT vessels_mmsi_key UNIQUE (mmsi);
