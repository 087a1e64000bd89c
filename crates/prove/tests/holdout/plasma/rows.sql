INSERT INTO blood.blood_groups VALUES ('A+'), ('0-');
INSERT INTO blood.deferral_reasons VALUES ('travel', 120), ('medical', NULL);
INSERT INTO blood.centres (id, name) VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'North Centre'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Centre');
INSERT INTO blood.donors (centre_id, donor_id, national_id, full_name, blood_group) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000011', 'N-100', 'North Donor',
    'A+'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'N-777',
    'Road-secret Donor', '0-');
INSERT INTO blood.deferrals (centre_id, donor_id, reason, permanent, remark) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'medical', true,
    'Road-secret remark');
INSERT INTO blood.appointments (centre_id, donor_id, starts_at, chair, note) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', '2026-09-01', 1,
    'Road-secret visit');
INSERT INTO blood.donations (centre_id, bag_code, donor_id, blood_group, taken_on, millilitres) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'BAG-77', 'bbbbbbbb-0000-4000-8000-000000000012', '0-',
    '2026-02-14', 477);
INSERT INTO blood.tests (centre_id, bag_code, kind, result) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'BAG-77', 'hep', 'Road-secret result');
INSERT INTO blood.reminders (centre_id, donor_id, message) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret reminder');
