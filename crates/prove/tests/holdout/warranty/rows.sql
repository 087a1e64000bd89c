INSERT INTO catalog_fault VALUES ('noise', 'Noise');
INSERT INTO makers_maker VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill'),
    ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret maker');
INSERT INTO products_product VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'W1', 'Hill washer'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'W1', 'Road-secret washer');
INSERT INTO owners_owner VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', '1a000000-0000-4000-8000-000000000001', 'a@hill.test',
    'Hill owner'),
  ('bbbbbbbb-0000-4000-8000-000000000002', '2b000000-0000-4000-8000-000000000001', 'b@road.test',
   'Road-secret owner');
INSERT INTO products_unit VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'S-1', 'W1', NULL, '2030-01-01'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'S-9', 'W1', '2b000000-0000-4000-8000-000000000001', '2030-01-01');
INSERT INTO claims_claim (maker_id, id, number, serial, story) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', '1c000000-0000-4000-8000-000000000001', 1, 'S-1', 'Hill story'),
  ('bbbbbbbb-0000-4000-8000-000000000002', '2c000000-0000-4000-8000-000000000001', 1, 'S-9',
    'Road-secret story');
INSERT INTO claims_part VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 1, 'Hill belt', 3),
  ('bbbbbbbb-0000-4000-8000-000000000002', 1, 1, 'Road-secret belt', 30);
INSERT INTO claims_event (maker_id, claim_number, data) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 1, '{"maker": "bbbbbbbb-0000-4000-8000-000000000002",
    "text": "Road-secret event"}');
INSERT INTO repairs_partner VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'P1', 40, 'Hill shop'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'P1', 80, 'Road-secret shop');
-- Rows for tables that only some changes add.
DO $$
BEGIN
  IF to_regclass('claims_claim_archive') IS NOT NULL THEN
    INSERT INTO claims_claim_archive (maker_id, id, number, serial, story)
    VALUES ('bbbbbbbb-0000-4000-8000-000000000002', gen_random_uuid(), 5, 'S-9', 'Road-secret archive');
  END IF;
  IF to_regclass('claims_photo') IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass('claims_photo') AND attname = 'maker_id') THEN
    INSERT INTO claims_photo (claim_number, url) VALUES (1, 'Hill photo'), (1, 'Road-secret photo');
  END IF;
END
$$;
