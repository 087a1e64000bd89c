INSERT INTO fb.networks VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill network', 'hill@example.org'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret network', 'road@example.org');
INSERT INTO fb.foods VALUES ('rice', 'Rice'), ('oil', 'Oil');
INSERT INTO fb.pantries VALUES
  ('aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 'Hill pantry'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret pantry');
INSERT INTO fb.stock VALUES ('aaaaaaaa-0000-4000-8000-000000000002', 'rice', 5),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'rice', 7777);
INSERT INTO fb.donors VALUES ('aaaaaaaa-0000-4000-8000-000000000002', 1, 'Hill donor'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 2, 'Road-secret donor');
INSERT INTO fb.donations VALUES ('aaaaaaaa-0000-4000-8000-000000000002', 1, '2026-01-01', 5, 'Hill thanks'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 2, '2026-01-01', 50, 'Road-secret thanks');
INSERT INTO fb.households VALUES
  ('aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000002', 'Hill family', 2),
  ('bbbbbbbb-0000-4000-8000-000000000003', 'bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret family', 3);
INSERT INTO fb.household_notes VALUES ('aaaaaaaa-0000-4000-8000-000000000003', 1, 'Hill note'),
  ('bbbbbbbb-0000-4000-8000-000000000003', 1, 'Road-secret note');
INSERT INTO fb.parcels VALUES ('aaaaaaaa-0000-4000-8000-000000000003', '2026-01-01', 'Hill hands'),
  ('bbbbbbbb-0000-4000-8000-000000000003', '2026-01-01', 'Road-secret hands');
INSERT INTO fb.volunteers VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'Hill helper'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 2, 'Road-secret helper');
INSERT INTO fb.shifts VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002', 1, '2026-01-01'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002', 2, '2026-01-01');
DO $$
BEGIN
  IF to_regclass('fb.parcel_items') IS NOT NULL THEN
    INSERT INTO fb.parcel_items VALUES
      ('bbbbbbbb-0000-4000-8000-000000000003', '2026-01-01', 1, 'Road-secret item');
  END IF;
  IF to_regclass('fb.recalls') IS NOT NULL THEN
    INSERT INTO fb.recalls VALUES ('bbbbbbbb-0000-4000-8000-000000000002', 'rice', 'Road-secret recall');
  END IF;
  IF to_regclass('fb.allergies') IS NOT NULL THEN
    INSERT INTO fb.allergies (household_id, what, pantry_id) VALUES
      ('bbbbbbbb-0000-4000-8000-000000000003', 'Road-secret allergy', 'bbbbbbbb-0000-4000-8000-000000000002');
  END IF;
  IF to_regclass('fb.pickups') IS NOT NULL THEN
    EXECUTE $x$INSERT INTO fb.pickups (pantry_id, donor, note) VALUES
      ('bbbbbbbb-0000-4000-8000-000000000002', 2, 'Road-secret pickup')$x$;
  END IF;
END
$$;
