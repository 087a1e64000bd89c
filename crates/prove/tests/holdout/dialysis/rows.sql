INSERT INTO dia.filters (model, surface_m2) VALUES ('FX60', 1.4);
INSERT INTO dia.networks (id, name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'Own care'),
  ('b3000000-0000-4000-8000-000000000001', 'Chair-secret care');
INSERT INTO dia.units (network_id, unit_code, name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'North A'),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'Chair-secret unit');
INSERT INTO dia.chairs (network_id, unit_code, chair_code) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'C1'),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'C1');
INSERT INTO dia.patients (network_id, unit_code, id, health_no, full_name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'a3000000-0000-4000-8000-000000000002', '1000001',
   'Own patient'),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'b3000000-0000-4000-8000-000000000002', '1000777',
   'Chair-secret patient');
INSERT INTO dia.sessions (network_id, unit_code, chair_code, patient_id, slot, notes) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'C1', 'a3000000-0000-4000-8000-000000000002',
   '[2024-05-01 08:00Z,2024-05-01 12:00Z)', 'own'),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'C1', 'b3000000-0000-4000-8000-000000000002',
   '[2024-05-02 08:00Z,2024-05-02 12:00Z)', 'Chair-secret cramps');
INSERT INTO dia.lab_values (network_id, unit_code, patient_id, taken_at, analyte, value) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'a3000000-0000-4000-8000-000000000002', '2024-05-01',
   'K', 4.5),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'b3000000-0000-4000-8000-000000000002', '2024-05-02',
   'K', 6.731);
INSERT INTO dia.nurses (network_id, unit_code, badge, full_name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'N1', 'Own nurse'),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'N1', 'Chair-secret nurse');
INSERT INTO dia.stock (network_id, unit_code, item, pieces) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'needle', 10),
  ('b3000000-0000-4000-8000-000000000001', 'NORTH', 'needle', 88123);
-- A change in one patient, for the tables of history.
UPDATE dia.patients SET dry_weight_kg = 71.3 WHERE health_no = '1000777';
