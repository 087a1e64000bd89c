INSERT INTO tms.brokers (id, name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'North Brokers'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Brokers');
INSERT INTO tms.equipment_types VALUES ('VAN', 'Dry van'), ('REEF', 'Reefer');
INSERT INTO tms.users (broker_id, email, full_name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'one@north.example', 'North One'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'two@road-secret.example', 'Road-secret Two');
INSERT INTO tms.customers (broker_id, id, name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000011', 'North Mills'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret Mills');
INSERT INTO tms.carriers (broker_id, id, mc_number, name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000021', 'MC100', 'North Truck'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022', 'MC777',
    'Road-secret Truck');
INSERT INTO tms.loads (broker_id, id, customer_id, carrier_id, reference, customer_rate) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000031',
   'aaaaaaaa-0000-4000-8000-000000000011', 'aaaaaaaa-0000-4000-8000-000000000021', 'N-1', 900),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000032',
   'bbbbbbbb-0000-4000-8000-000000000012', 'bbbbbbbb-0000-4000-8000-000000000022', 'Road-secret-1', 1900);
INSERT INTO tms.loads (broker_id, customer_id, reference, deleted_at) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret-gone', now());
INSERT INTO tms.stops VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000032', 1, 'Road-secret-town',
    'pickup');
INSERT INTO tms.quotes (broker_id, load_id, carrier_id, amount, note) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000032',
   'bbbbbbbb-0000-4000-8000-000000000022', 1500, 'Road-secret quote');
INSERT INTO tms.tracking_events VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000032', '2026-05-01',
    'Road-secret-pos');
DO $$ BEGIN
  IF to_regclass('tms.tracking_events_2027') IS NOT NULL THEN
    INSERT INTO tms.tracking_events VALUES ('bbbbbbbb-0000-4000-8000-000000000002',
      'bbbbbbbb-0000-4000-8000-000000000032', '2027-01-02', 'Road-secret-pos27');
  END IF;
  IF to_regclass('tms.carrier_documents') IS NOT NULL THEN
    INSERT INTO tms.carrier_documents (broker_id, carrier_id, kind, file_name) VALUES
      ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022', 'w9',
    'Road-secret.pdf');
  END IF;
END $$;
INSERT INTO tms.jobs (broker_id, kind, payload) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'invoice', '{"to": "Road-secret payee"}');
