-- A view over all offices that the application may not read.
CREATE VIEW office.market AS SELECT office_id, address FROM data.houses;
