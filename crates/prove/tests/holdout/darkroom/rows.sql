INSERT INTO pacs.modalities VALUES ('CT', 'Tomography'), ('MR', 'Resonance');
INSERT INTO pacs.institutions VALUES (100, 'Alder Clinic'), (200, 'Road-secret Hospital');
INSERT INTO pacs.devices VALUES (100, 'CT-1', 'CT'), (200, 'CT-1', 'CT');
INSERT INTO pacs.patients VALUES
  (100, 'M1', 'Ann', '1980-01-01'), (200, 'M2', 'Road-secret Patient', '1975-05-05');
INSERT INTO pacs.studies VALUES
  (100, '1.2.100.1', 'M1', 'Chest', '2024-01-01'), (200, '1.2.200.1', 'M2', 'Road-secret skull',
    '2024-01-02');
INSERT INTO pacs.series VALUES (100, '1.2.100.1', 1, 'Chest'), (200, '1.2.200.1', 1, 'Road-secret part');
INSERT INTO pacs.reports VALUES
  (100, '1.2.100.1', 1, 'Clear', 'Dr Ash'), (200, '1.2.200.1', 1, 'Road-secret finding', 'Dr Birch');
INSERT INTO pacs.bookings (institution_no, device_code, during) VALUES
  (100, 'CT-1', '[2024-06-01 08:00+00, 2024-06-01 09:00+00)'),
  (200, 'CT-1', '[2024-06-01 10:00+00, 2024-06-01 11:00+00)');
INSERT INTO pacs.access_log (institution_no, what) VALUES (100, 'Opened M1'), (200, 'Road-secret access');
