-- A view over both depots for a role of the regional office, which no login of a depot has.
CREATE ROLE hf_busyard_office NOLOGIN;
CREATE VIEW common.region_duties AS
SELECT 'north' AS depot, d.line, d.starts_at FROM north.duties d
UNION ALL
SELECT 'south', d.line, d.starts_at FROM south.duties d;
GRANT USAGE ON SCHEMA common TO hf_busyard_office;
GRANT SELECT ON common.region_duties TO hf_busyard_office;
