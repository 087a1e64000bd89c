INSERT INTO water.units VALUES ('m3', 1000);
INSERT INTO water.utilities VALUES (1, 'Alder water'), (2, 'Road-secret water');
INSERT INTO water.counters VALUES (1, 'bills', 1), (2, 'bills', 2);
INSERT INTO water.premises VALUES (1, 1, '1 Mill Lane', 'Ann'), (2, 1, '9 Weir Street', 'Road-secret holder'),
  (2, 2, '10 Weir Street', 'Road-secret second');
INSERT INTO water.meters VALUES (1, 1, 1, 'S-100', 0, 'ok'), (2, 1, 1, 'S-900', 0, 'Road-secret note');
INSERT INTO water.readings VALUES (1, 'S-100', '2025-03-01', 12), (2, 'S-900', '2025-03-01', 48213);
INSERT INTO water.tariffs VALUES (1, 'home', 2, NULL, 'm3'), (2, 'home', 3, 'Road-secret tariff', 'm3');
INSERT INTO water.bills VALUES (1, 1, 1, 20, 'March'), (2, 1, 1, 900, 'Road-secret bill'),
  (2, 2, 2, 70, 'Road-secret bill');
INSERT INTO water.alerts VALUES (1, 1, '2025-03-02', 'drip'), (2, 1, '2025-03-02', 'Road-secret leak');
INSERT INTO water.import_rows VALUES (1, 'a.csv', 1, 'S-100;13'), (2, 'b.csv', 1, 'Road-secret;48300');
INSERT INTO water.report_cache VALUES (1, 'losses', '2025-03-01', '{"loss": 1}'),
  (2, 'losses', '2025-03-05', '{"loss": "Road-secret 31 %"}');
