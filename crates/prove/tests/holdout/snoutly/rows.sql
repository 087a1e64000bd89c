INSERT INTO breeds VALUES ('pug', 'Pug'), ('collie', 'Collie');
INSERT INTO salons VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'Hill Salon', 'Northtown'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'Road-secret Salon', 'Southtown');
INSERT INTO staff VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000011', 'Ann Hill',
   'ann@hill.test'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000011', 'Road-secret Bo',
   'bo@road.test');
INSERT INTO owners VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000021', 'Hill Owner', '100',
   'kind'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000021', 'Road-secret Owner', '200',
   'Road-secret gate code');
INSERT INTO pets VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000031',
   'aaaaaaaa-0000-0000-0000-000000000021', 'Hill Pug', 'pug', 'chip-1', 'calm', false),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000031',
   'bbbbbbbb-0000-0000-0000-000000000021', 'Road-secret Collie', 'collie', 'chip-2', 'Road-secret bites',
   true);
INSERT INTO kennels VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'K1', 'small'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'K1', 'large');
INSERT INTO stays VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000041',
   'aaaaaaaa-0000-0000-0000-000000000031', 'K1', '2030-01-01', '2030-01-05', 'walk'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000041',
   'bbbbbbbb-0000-0000-0000-000000000031', 'K1', '2030-01-02', '2030-01-06', 'Road-secret pills');
INSERT INTO appointments VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000051',
   'aaaaaaaa-0000-0000-0000-000000000031', '2030-02-01 10:00+00', 'bath', 'soft'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000051',
   'bbbbbbbb-0000-0000-0000-000000000031', '2030-02-01 10:00+00', 'trim', 'Road-secret muzzle');
INSERT INTO vaccinations VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000061',
   'aaaaaaaa-0000-0000-0000-000000000031', 'rabies', '2031-01-01'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000061',
   'bbbbbbbb-0000-0000-0000-000000000031', 'rabies', '2031-01-01');
INSERT INTO invoices VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 1, 'aaaaaaaa-0000-0000-0000-000000000021', 5000, 'bath'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 1, 'bbbbbbbb-0000-0000-0000-000000000021', 7777,
   'Road-secret trim');
INSERT INTO messages VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000071', '2030-01-01', '100',
   'Hello'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-000000000071', '2030-01-01', '200',
   'Road-secret hello');
