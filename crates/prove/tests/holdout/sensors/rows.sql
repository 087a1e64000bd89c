-- Rows of two tenants, for the exploits in holes/.
INSERT INTO sites VALUES (1, 'a'), (2, 'b-secret');
INSERT INTO devices VALUES (1, 'd1'), (2, 'd2-secret');
INSERT INTO cameras VALUES (1, 'c1'), (2, 'c2-secret');
INSERT INTO readings VALUES (1, 'd1', '2026-01-01', 1), (2, 'd2-secret', '2026-01-01', 4711);
INSERT INTO tickets (site_id, subject) VALUES (1, 'ta'), (2, 'tb-secret');
INSERT INTO commands VALUES (2, 'd2-secret', 'bbbbbbbb-0000-4000-8000-000000000001', '{"c":"secret"}');
