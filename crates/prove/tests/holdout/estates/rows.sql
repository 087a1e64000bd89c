-- Rows of two tenants, for the exploits in holes/.
INSERT INTO data.offices VALUES (1, 'A'), (2, 'Office-secret');
SET estates.office = 1;
INSERT INTO data.owners VALUES (1, 1, 'Ann', '1');
INSERT INTO data.houses VALUES (1, 1, 1, 'Own lane', 100);
INSERT INTO data.visits VALUES (1, 1, 'Vi', '2026-02-02');
INSERT INTO data.offers VALUES (1, 1, 'Bea', 90);
SET estates.office = 2;
INSERT INTO data.owners VALUES (2, 1, 'Bob-secret', '2-secret');
INSERT INTO data.houses VALUES (2, 2, 1, 'Lane-secret', 200);
INSERT INTO data.visits VALUES (2, 2, 'Visitor-secret', '2026-02-02');
INSERT INTO data.offers VALUES (2, 2, 'Bidder-secret', 190);
