-- The station copies its data with its own login, which may now replicate: that takes the whole
-- server's changes.
-- about: hf_stations_hill, replication
-- as: hf_stations_hill
-- exploit: SELECT 'slot ' || slot_name FROM pg_create_physical_replication_slot('hf_probe', true, true);
-- shows: slot hf_probe
ALTER ROLE hf_stations_hill REPLICATION;
