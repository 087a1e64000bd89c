INSERT INTO canteen.allergens VALUES ('nuts', 'Nuts'), ('milk', 'Milk');
INSERT INTO canteen.districts VALUES ('north', 'North District', 50), ('northvale', 'Road-secret District',
    90);
INSERT INTO canteen.schools VALUES ('north', 'hill', 'Hill School', 'x'),
  ('northvale', 'lake', 'Road-secret School', 'Road-secret contact');
INSERT INTO canteen.pupils VALUES ('north', 'hill', 1, 'North Pupil', '3a', 500),
  ('northvale', 'lake', 1, 'Road-secret Pupil', '4b', 700);
INSERT INTO canteen.pupil_allergies VALUES ('northvale', 1, 'nuts', 'Road-secret severe');
INSERT INTO canteen.dishes (district_id, dish_id, name, recipe) VALUES
  ('north', 'aaaaaaaa-0000-4000-8000-000000000011', 'Soup', 'boil'),
  ('northvale', 'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret stew', 'Road-secret recipe'),
  ('northvale', 'bbbbbbbb-0000-4000-8000-000000000013', 'Road-secret pie', 'Road-secret crust');
INSERT INTO canteen.menus VALUES ('northvale', 'lake', '2026-05-05',
    'bbbbbbbb-0000-4000-8000-000000000012', 350);
INSERT INTO canteen.orders (district_id, school_id, pupil_no, dish_id, served_on, remark) VALUES
  ('northvale', 'lake', 1, 'bbbbbbbb-0000-4000-8000-000000000012', '2026-05-05', 'Road-secret remark'),
  ('northvale', 'lake', 1, 'bbbbbbbb-0000-4000-8000-000000000012', '2026-05-06', 'Road-secret remark two');
INSERT INTO canteen.wallet_entries (district_id, pupil_no, cents, reason) VALUES
  ('northvale', 1, 700, 'Road-secret top-up');
DO $$ BEGIN
  IF to_regclass('canteen.orders_archive') IS NOT NULL THEN
    INSERT INTO canteen.orders_archive (district_id, school_id, pupil_no, dish_id, served_on, remark) VALUES
      ('northvale', 'lake', 1, 'bbbbbbbb-0000-4000-8000-000000000012', '2025-05-05', 'Road-secret old');
  END IF;
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'canteen.dishes'::regclass AND attname = 'shared') THEN
    UPDATE canteen.dishes SET shared = true WHERE district_id = 'northvale';
  END IF;
END $$;
