INSERT INTO solar.operators (operator_id, name) VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'Dune Solar'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 'Ridge-secret Power');
INSERT INTO solar.inverter_models VALUES ('M1', 50);
INSERT INTO solar.plants VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-0000000000a1', 'Dune East', 400),
  ('bbbbbbbb-0000-0000-0000-000000000002', 'bbbbbbbb-0000-0000-0000-0000000000b1', 'Ridge-secret plant', 900);
INSERT INTO solar.technicians VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-0000000000a2', 'Tech One', '1'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 'bbbbbbbb-0000-0000-0000-0000000000b2', 'Ridge-secret tech', '2');
INSERT INTO solar.inverters VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-0000000000a3',
   'aaaaaaaa-0000-0000-0000-0000000000a1', 'M1', 'SN-100'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 'bbbbbbbb-0000-0000-0000-0000000000b3',
   'bbbbbbbb-0000-0000-0000-0000000000b1', 'M1', 'SN-200');
INSERT INTO solar.readings VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-0000000000a3', '2025-05-01', 10, 'fine'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 'bbbbbbbb-0000-0000-0000-0000000000b3', '2025-05-01', 77,
   'Ridge-secret reading');
INSERT INTO solar.alarms (operator_id, alarm_id, plant_id, severity, message) VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 1, 'aaaaaaaa-0000-0000-0000-0000000000a1', 4, 'fan'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 7, 'bbbbbbbb-0000-0000-0000-0000000000b1', 4,
   'Ridge-secret alarm');
INSERT INTO solar.work_orders VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 1, 'aaaaaaaa-0000-0000-0000-0000000000a1', NULL, 'clean panels'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 1, 'bbbbbbbb-0000-0000-0000-0000000000b1', NULL,
   'Ridge-secret task');
INSERT INTO solar.feed_in_tariffs VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'C-1', 9, 'Grid'),
  ('bbbbbbbb-0000-0000-0000-000000000002', 'C-9', 11, 'Ridge-secret buyer');
