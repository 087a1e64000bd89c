INSERT INTO port.vessel_types VALUES ('BULK', 'Bulk carrier'), ('TANK', 'Tanker');
INSERT INTO port.ports VALUES (1, 'Road-secret Port'), (2, 'Hill Port');
INSERT INTO port.berths VALUES (1, 1, 'Road-secret Quay', 12.5), (2, 1, 'Hill Quay', 9.0);
INSERT INTO port.vessels VALUES (1, 9100001, 'Road-secret Star', 'TANK', 'Road-secret Agent'), (2, 9200002,
   'Hill Star', 'BULK', 'Hill Agent');
INSERT INTO port.calls VALUES
  (1, 1, 9100001, 1, '2030-06-01 06:00+00', 'Road-secret cargo'), (2, 1, 9200002, 1, '2030-06-02 06:00+00',
   'grain');
INSERT INTO port.pilots VALUES (1, 1, 'Road-secret Pilot', '300'), (2, 1, 'Hill Pilot', '400');
INSERT INTO port.pilot_jobs VALUES
  (1, 1, 1, 1, 'Road-secret fog'), (1, 2, 1, 1, 'Road-secret out'), (2, 1, 1, 1, 'in');
INSERT INTO port.bills VALUES (1, 1, 1, 55000, 'Road-secret Payer'), (2, 1, 1, 100, 'Hill Payer');
INSERT INTO port.notices VALUES (1, 1, 'Road-secret dredging', '2020-01-01'), (2, 1, 'Fog', '2035-01-01');
