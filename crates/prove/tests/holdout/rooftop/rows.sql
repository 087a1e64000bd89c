INSERT INTO accounts VALUES ('aaaaaaaa-0000-4000-8000-00000000000a', 'a@north.example'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'b@road-secret.example');
INSERT INTO utilities VALUES ('GRID', 'Grid Power', 31.5);
INSERT INTO companies VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'North Solar', 'L1'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Solar', 'L2');
INSERT INTO members VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a',
    'North', 'owner'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret', 'owner');
INSERT INTO leads (company_id, id, full_name, email) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000011', 'North Lead',
    'lead@north.example'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret Lead',
    'lead@road.example');
INSERT INTO sites (company_id, id, lead_id, roof) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000021',
    'aaaaaaaa-0000-4000-8000-000000000011', 'flat'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022',
    'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret roof');
INSERT INTO proposals (company_id, site_id, kilowatts, price, cover_letter, share_token) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000021', 5, 9000, 'north', NULL),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022', 8, 15000,
    'Road-secret letter', 'f3c1d9a07be24c55a1');
INSERT INTO installs VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'aaaaaaaa-0000-4000-8000-000000000021', 'planned', 'n'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 1, 'bbbbbbbb-0000-4000-8000-000000000022', 'active',
    'Road-secret crew');
INSERT INTO inspections VALUES ('bbbbbbbb-0000-4000-8000-000000000002', 1, '2026-03-03',
    'Road-secret result');
INSERT INTO equipment (company_id, model, watts) VALUES (NULL, 'Vendor Module', 400),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Module', 450);
INSERT INTO site_photos (company_id, path, site_id) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret.jpg', 'bbbbbbbb-0000-4000-8000-000000000022');
DO $$ BEGIN
  IF to_regclass('objects') IS NOT NULL THEN
    INSERT INTO objects (bucket, name, owner) VALUES ('site-photos',
      'bbbbbbbb-0000-4000-8000-000000000002/Road-secret-roof.jpg', 'bbbbbbbb-0000-4000-8000-00000000000b');
  END IF;
END $$;
