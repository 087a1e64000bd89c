-- Rows of two tenants, for the exploits in holes/.
INSERT INTO pay.clients VALUES (1, 'a'), (2, 'b-secret');
INSERT INTO pay.people VALUES (1, 1, 'pa'), (2, 1, 'pb-secret');
INSERT INTO pay.runs VALUES (1, '2026-01-01'), (2, '2026-01-01');
INSERT INTO pay.slips VALUES (1, '2026-01-01', 1, 5), (2, '2026-01-01', 1, 4711);
