INSERT INTO harbour.flags (code, country) VALUES ('NL', 'Netherlands'), ('DK', 'Denmark');
INSERT INTO harbour.harbours (id, name) VALUES
  ('0a000000-0000-4000-8000-000000000001', 'Lee Quay'),
  ('0b000000-0000-4000-8000-000000000001', 'Quay-secret basin');
INSERT INTO harbour.owners (harbour_id, id, full_name, phone) VALUES
  ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000002', 'Owner A', '100'),
  ('0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000002',
   'Quay-secret owner', '999');
INSERT INTO harbour.vessels (harbour_id, id, owner_id, name, mmsi, flag, length_m) VALUES
  ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000003',
   '0a000000-0000-4000-8000-000000000002', 'Plover', '244000001', 'NL', 9.5),
  ('0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000003',
   '0b000000-0000-4000-8000-000000000002', 'Quay-secret boat', '219000777', 'DK', 14);
INSERT INTO harbour.berths (harbour_id, id, code, max_length_m) VALUES
  ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000004', 'A1', 12),
  ('0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000004', 'Quay-secret-7', 18);
INSERT INTO harbour.stays (harbour_id, id, berth_id, vessel_id, arrives, note) VALUES
  ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000005',
   '0a000000-0000-4000-8000-000000000004', '0a000000-0000-4000-8000-000000000003', '2024-05-01', 'own'),
  ('0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000005',
   '0b000000-0000-4000-8000-000000000004', '0b000000-0000-4000-8000-000000000003',
   '2024-05-02', 'Quay-secret stay');
INSERT INTO harbour.bills (harbour_id, stay_id, amount_cents, remark) VALUES
  ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000005', 4200, 'own'),
  ('0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000005', 77131, 'Quay-secret bill');
INSERT INTO harbour.meter_readings (harbour_id, berth_id, kwh) VALUES
  ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000004', 12),
  ('0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000004', 34);
INSERT INTO harbour.notices (harbour_id, title, body, published) VALUES
  ('0a000000-0000-4000-8000-000000000001', 'Crane', 'own', true),
  ('0b000000-0000-4000-8000-000000000001', 'Theft', 'Quay-secret theft on pier C', true);
DO $$
BEGIN
  -- Holes may add this table; the second harbour has then a row in it.
  IF to_regclass('harbour.incidents') IS NOT NULL THEN
    INSERT INTO harbour.incidents (harbour_id, happened_on, description)
    VALUES ('0b000000-0000-4000-8000-000000000001', '2024-06-01', 'Quay-secret spill');
  END IF;
END
$$;
UPDATE harbour.stays SET leaves = '2024-05-09' WHERE note = 'Quay-secret stay';
