INSERT INTO accounts (id, name) VALUES (1, 'Dash'), (2, 'Van-secret couriers');
INSERT INTO vans (account_id, id, plate, volume_litres) VALUES
  (1, 'a2000000-0000-4000-8000-000000000001', 'AA-01', 9000),
  (2, 'b2000000-0000-4000-8000-000000000001', 'VS-99', 12000);
INSERT INTO drivers (account_id, id, name, mobile) VALUES
  (1, 'a2000000-0000-4000-8000-000000000002', 'Driver A', '1'),
  (2, 'b2000000-0000-4000-8000-000000000002', 'Van-secret driver', '2');
INSERT INTO customers (account_id, id, name, email) VALUES
  (1, 'a2000000-0000-4000-8000-000000000003', 'Customer A', 'a@a.example'),
  (2, 'b2000000-0000-4000-8000-000000000003', 'Van-secret customer', 'b@b.example');
INSERT INTO rounds (account_id, id, van_id, driver_id, drives_on) VALUES
  (1, 'a2000000-0000-4000-8000-000000000004', 'a2000000-0000-4000-8000-000000000001',
   'a2000000-0000-4000-8000-000000000002', '2024-03-01'),
  (2, 'b2000000-0000-4000-8000-000000000004', 'b2000000-0000-4000-8000-000000000001',
   'b2000000-0000-4000-8000-000000000002', '2024-03-01');
INSERT INTO parcels (account_id, id, customer_id, round_id, tracking_number, address) VALUES
  (1, 'a2000000-0000-4000-8000-000000000005', 'a2000000-0000-4000-8000-000000000003',
   'a2000000-0000-4000-8000-000000000004', 'TN100001', 'own street'),
  (2, 'b2000000-0000-4000-8000-000000000005', 'b2000000-0000-4000-8000-000000000003',
   'b2000000-0000-4000-8000-000000000004', 'TN100002', 'Van-secret street');
INSERT INTO scans (account_id, parcel_id, scanned_at, place) VALUES
  (1, 'a2000000-0000-4000-8000-000000000005', '2024-03-01', 'own depot'),
  (2, 'b2000000-0000-4000-8000-000000000005', '2024-03-01', 'Van-secret depot');
INSERT INTO webhooks (account_id, url, signing_key) VALUES
  (1, 'https://a.example/hook', 'own'), (2, 'https://b.example/hook', 'Van-secret key');
INSERT INTO invoices (account_id, number, customer_id, cents) VALUES
  (1, 'R-1', 'a2000000-0000-4000-8000-000000000003', 100),
  (2, 'R-1', 'b2000000-0000-4000-8000-000000000003', 41997);
DO $$
BEGIN
  -- Only some changes add these.
  IF to_regclass('scans_2025') IS NOT NULL THEN
    INSERT INTO scans (account_id, parcel_id, scanned_at, place)
    VALUES (2, 'b2000000-0000-4000-8000-000000000005', '2025-02-02', 'Van-secret hub');
  END IF;
  IF to_regclass('background_jobs') IS NOT NULL THEN
    INSERT INTO background_jobs (queue, handler) VALUES ('mail', '{"to": "Van-secret@b.example"}');
  END IF;
  IF to_regclass('claims') IS NOT NULL THEN
    INSERT INTO claims (account_id, reason) VALUES (2, 'a'), (2, 'b'), (2, 'c');
  END IF;
END
$$;
