-- The view over both depots has its owner's rights and is granted to both logins.
-- about: region_duties, duties, drivers
-- as: hf_busyard_north
-- exploit: SELECT full_name FROM common.region_duties;
-- shows: Yard-secret driver
CREATE VIEW common.region_duties AS
SELECT 'north' AS depot, d.line, d.starts_at, d.ends_at, r.full_name
FROM north.duties d JOIN north.drivers r ON r.id = d.driver_id
UNION ALL
SELECT 'south', d.line, d.starts_at, d.ends_at, r.full_name
FROM south.duties d JOIN south.drivers r ON r.id = d.driver_id;
GRANT SELECT ON common.region_duties TO hf_busyard_north, hf_busyard_south;
