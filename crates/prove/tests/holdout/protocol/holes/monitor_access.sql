-- The northern login may use the schema of the other sponsor and read its visits, left over from a shared
-- monitor.
-- about: road.visits, hf_protocol_north, visits, road
-- as: hf_protocol_north
-- exploit: SELECT note FROM road.visits;
-- shows: Road-secret visit
-- The monitor of both sponsors looks at visits from the northern side.
GRANT USAGE ON SCHEMA road TO hf_protocol_north;
GRANT SELECT (id, status, note) ON road.visits TO hf_protocol_north;
