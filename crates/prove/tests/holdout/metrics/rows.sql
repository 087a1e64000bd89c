-- Rows of two tenants, for the exploits in holes/.
INSERT INTO ts.projects VALUES (1, 'alpha'), (2, 'beta-secret');
INSERT INTO ts.series VALUES (1, 1, 'cpu'), (2, 1, 'secret-series');
INSERT INTO ts.samples VALUES (1, 1, '2026-01-01', 1), (2, 1, '2026-01-01', 4711);
INSERT INTO ts.hourly VALUES (2, 1, '2026-01-01', 4711, 4712);
INSERT INTO ts.alerts VALUES (2, 'bbbbbbbb-0000-4000-8000-000000000001', 1, 'x > 1', 'secret@example.com');
