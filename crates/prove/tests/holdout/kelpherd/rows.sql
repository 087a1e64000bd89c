INSERT INTO zoo.parks VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Bay Aquarium', '1'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Reef-secret Park', '2');
INSERT INTO zoo.species VALUES ('Testudo testudo', 'Tortoise');
INSERT INTO zoo.enclosures VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 4, 'Sand house'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 4, 'Reef-secret house');
INSERT INTO zoo.keepers VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'Keeper One'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 1, 'Reef-secret keeper');
INSERT INTO zoo.animals VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'Testudo testudo', 'Tim', '100001', NULL, NULL),
  ('bbbbbbbb-0000-4000-8000-000000000002', 77, 'Testudo testudo', 'Reef-secret animal', '200002', 4, NULL);
INSERT INTO zoo.feedings VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 1, 1, 'hay'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 1, 77, 1, 'Reef-secret food');
INSERT INTO zoo.vet_records VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 1, 'healthy', false),
  ('bbbbbbbb-0000-4000-8000-000000000002', 1, 77, 'Reef-secret illness', false);
INSERT INTO zoo.tank_readings VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 4, '2026-02-01', 35, 'ok'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 4, '2026-02-01', 31, 'Reef-secret leak');
