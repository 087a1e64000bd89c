-- Rows of two tenants, for the exploits in holes/.
INSERT INTO ins.brokers VALUES (1, 'A'), (2, 'Broker-secret');
INSERT INTO ins.agencies VALUES (1, 1, 'A1'), (2, 1, 'Agency-secret');
INSERT INTO ins.clients VALUES (1, 1, 1, 'Ann', 'X1'), (2, 1, 1, 'Client-secret', 'X2');
INSERT INTO ins.policies VALUES (1, 1, 1, 'P1', NULL, 10), (2, 1, 1, 'P2', NULL, 20);
INSERT INTO ins.damages VALUES (1, 'P1', 1, 'roof'), (2, 'P2', 1, 'damage-secret');
