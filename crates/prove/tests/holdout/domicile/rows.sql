INSERT INTO pm.charge_types VALUES ('rent', 'Rent'), ('fee', 'Late fee');
INSERT INTO pm.organizations (id, name) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'Alder Lettings'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret Estates');
INSERT INTO pm.staff (org_id, id, email, full_name, is_manager) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000101', 'mia@alder.test', 'Mia',
    true),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000101', 'bo@road.test',
   'Road-secret Bo', true);
INSERT INTO pm.properties (org_id, id, code, address) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000201', 'MAIN', '1 Alder Way'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000201', 'MAIN',
    'Road-secret Lane 5');
INSERT INTO pm.units (org_id, id, property_id, label) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000301',
   'aaaaaaaa-0000-4000-8000-000000000201', 'A1'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000301',
   'bbbbbbbb-0000-4000-8000-000000000201', 'B1');
INSERT INTO pm.renters (org_id, id, full_name, email, phone) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000401', 'Ann', 'ann@mail.test',
    '11'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000401', 'Road-secret Renter',
   'ben@mail.test', '22');
INSERT INTO pm.leases (org_id, id, unit_id, renter_id, rent_cents, starts_on) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000501',
   'aaaaaaaa-0000-4000-8000-000000000301', 'aaaaaaaa-0000-4000-8000-000000000401', 90000, '2024-01-01'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000501',
   'bbbbbbbb-0000-4000-8000-000000000301', 'bbbbbbbb-0000-4000-8000-000000000401', 123457, '2024-01-01');
INSERT INTO pm.charges (org_id, lease_id, type_code, amount_cents, due_on) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000501', 'rent', 90000,
    '2024-02-01'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000501', 'rent', 123457,
    '2024-02-01');
INSERT INTO pm.vendors (org_id, company, tax_id) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'Pipe Works', 'T-100'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret Roofing', 'T-200');
INSERT INTO pm.work_orders (org_id, unit_id, summary) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000301', 'Leaking tap'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000301', 'Road-secret boiler');
INSERT INTO pm.listings (org_id, unit_id, headline, status) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-000000000301', 'Sunny flat', 'draft'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-0000-4000-8000-000000000301', 'Road-secret flat',
    'published');
INSERT INTO pm.documents (org_id, title, body) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'House rules', 'No smoking'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret deed', 'Road-secret text');
