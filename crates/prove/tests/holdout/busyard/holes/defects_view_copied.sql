-- The view of north was copied from the script of south and still reads the tables of south.
-- about: open_defects, defects, long_defects
-- as: hf_busyard_north
-- exploit: SELECT description FROM north.long_defects;
-- shows: Yard-secret brakes
CREATE VIEW south.long_defects AS
SELECT d.plate, d.reported_on, d.description
FROM south.defects d
WHERE NOT d.repaired AND d.reported_on <= CURRENT_DATE;
GRANT SELECT ON south.long_defects TO hf_busyard_south;
CREATE VIEW north.long_defects AS
SELECT d.plate, d.reported_on, d.description
FROM south.defects d
WHERE NOT d.repaired AND d.reported_on <= CURRENT_DATE;
GRANT SELECT ON north.long_defects TO hf_busyard_north;
