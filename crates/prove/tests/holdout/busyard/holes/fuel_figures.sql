-- The figures of fuel over all depots are a materialized view that both logins read, with plates of the
-- other.
-- about: fuel_figures, fuel
-- as: hf_busyard_north
-- exploit: SELECT plate, litres FROM common.fuel_figures;
-- shows: 8123.5
CREATE MATERIALIZED VIEW common.fuel_figures AS
SELECT 'north' AS depot, plate, sum(litres) AS litres FROM north.fuel GROUP BY plate
UNION ALL
SELECT 'south', plate, sum(litres) FROM south.fuel GROUP BY plate;
GRANT SELECT ON common.fuel_figures TO hf_busyard_north, hf_busyard_south;
