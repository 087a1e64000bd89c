-- Rows of two tenants, for the exploits in holes/.
INSERT INTO club.clubs VALUES (1, 'A'), (2, 'Club-secret');
INSERT INTO club.memberships VALUES (1, 11, true, 'ann'), (2, 22, true, 'nick-secret');
INSERT INTO club.plots VALUES (1, 1, 'Ann'), (2, 2, 'Bob-secret');
INSERT INTO club.beds VALUES (1, 1, 1, NULL, 'own'), (2, 2, 1, NULL, 'bed-secret');
INSERT INTO club.fees VALUES (1, 1, 2026, 'paid'), (2, 2, 2026, 'fee-secret');
