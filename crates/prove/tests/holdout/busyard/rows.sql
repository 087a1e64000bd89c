INSERT INTO common.bus_models (code, seats) VALUES ('city-12', 38), ('solo-10', 30);
INSERT INTO north.buses (plate, model, parked_at) VALUES ('N-100', 'city-12', 'own lane');
INSERT INTO south.buses (plate, model, parked_at) VALUES ('S-777', 'solo-10', 'Yard-secret lane');
INSERT INTO north.drivers (full_name, licence, phone) VALUES ('Own driver', 'L-1', '1');
INSERT INTO south.drivers (full_name, licence, phone) VALUES ('Yard-secret driver', 'L-777', '2');
INSERT INTO north.lines (number, title) VALUES ('1', 'Own line');
INSERT INTO south.lines (number, title) VALUES ('9', 'Yard-secret line');
INSERT INTO north.duties (driver_id, plate, line, starts_at, ends_at)
VALUES (1, 'N-100', '1', '2024-05-01 06:00Z', '2024-05-01 14:00Z');
INSERT INTO south.duties (driver_id, plate, line, starts_at, ends_at)
VALUES (1, 'S-777', '9', '2024-05-01 07:00Z', '2024-05-01 15:00Z');
INSERT INTO north.defects (plate, description) VALUES ('N-100', 'own');
INSERT INTO south.defects (plate, description) VALUES ('S-777', 'Yard-secret brakes');
INSERT INTO north.fuel (plate, litres) VALUES ('N-100', 80);
INSERT INTO south.fuel (plate, litres) VALUES ('S-777', 8123.5);
DO $$
BEGIN
  -- Only some changes add these tables.
  IF to_regclass('common.loan_requests') IS NOT NULL THEN
    INSERT INTO common.loan_requests (depot, wanted_on, reason)
    VALUES ('south', '2024-06-01', 'Yard-secret shortage');
  END IF;
  IF to_regclass('south.tyres') IS NOT NULL THEN
    INSERT INTO south.tyres (plate, place, note) VALUES ('S-777', 'FL', 'Yard-secret tyre');
  END IF;
END
$$;
