INSERT INTO share.clubs VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill club'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret club');
INSERT INTO share.car_models VALUES ('small', 4), ('van', 3);
INSERT INTO share.members VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002', 'Hill member', 'L1'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret member', '');
INSERT INTO share.cars VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000003', 'H 1', 'small', '1'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000003', 'R 1', 'van',
    'Road-secret code');
INSERT INTO share.trips (club_id, car_id, member_id, km, goal) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000003',
    'aaaaaaaa-0000-4000-8000-000000000002', 5, 'Hill top'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000003',
    'bbbbbbbb-0000-4000-8000-000000000002', 6, 'Road-secret goal');
INSERT INTO share.damages (club_id, car_id, body) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000003', 'Hill dent'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000003', 'Road-secret dent');
INSERT INTO share.tariffs VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill tariff', 1),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret tariff', 2);
INSERT INTO share.bills VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002', '2026-01-01', 10),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002', '2026-01-01', 8765.43);
INSERT INTO share.documents VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill paper'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret paper');
DO $$
BEGIN
  IF to_regclass('share.waitlist') IS NOT NULL THEN
    INSERT INTO share.waitlist VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret waiting');
  END IF;
  IF to_regclass('share.key_cards') IS NOT NULL THEN
    INSERT INTO share.key_cards VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret card');
  END IF;
END
$$;
