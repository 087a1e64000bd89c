-- The northern login got the predefined role that reads all tables, which opens the other sponsor's schema.
-- about: hf_protocol_north, pg_read_all_data, randomisation
-- as: hf_protocol_north
-- exploit: SELECT arm FROM road.randomisation;
-- shows: Road-secret arm
-- The statistician's tool complained about missing rights after every migration.
GRANT pg_read_all_data TO hf_protocol_north;
