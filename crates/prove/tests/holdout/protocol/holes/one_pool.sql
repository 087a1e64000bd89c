-- Both sponsors' roles were put into one group for the connection pool and each inherits the other's
-- rights.
-- about: hf_protocol_pool, hf_protocol_north, hf_protocol_road
-- as: hf_protocol_north
-- exploit: SELECT narrative FROM road.adverse_events;
-- shows: Road-secret narrative
-- One connection pool for all sponsors; the search path chooses the sponsor.
CREATE ROLE hf_protocol_pool NOLOGIN;
GRANT USAGE ON SCHEMA north, road TO hf_protocol_pool;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA north, road TO hf_protocol_pool;
GRANT hf_protocol_pool TO hf_protocol_north, hf_protocol_road;
