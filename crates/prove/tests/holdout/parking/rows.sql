INSERT INTO park.vehicle_classes VALUES ('car', 'Car');
INSERT INTO park.operators VALUES (1, 'Hill'), (2, 'Road-secret operator');
INSERT INTO park.sites VALUES (1, 'P1', 'Hill 1', 10), (2, 'P1', 'Road-secret address', 99);
INSERT INTO park.permits VALUES
  (1, 'P1', 'H 1', 'Hill holder', '[2030-01-01,2040-01-01)'),
  (2, 'P1', 'R 9', 'Road-secret holder', '[2030-01-01,2040-01-01)');
INSERT INTO park.stays VALUES (1, 'P1', 'H 1', '2030-05-01'), (2, 'P1', 'Road-secret R 9', '2030-05-01');
INSERT INTO park.fines (operator_id, site_code, fine_no, plate, amount, evidence) VALUES
  (1, 'P1', 1, 'H 1', 20, 'Hill photo'), (2, 'P1', 1, 'R 9', 40, 'Road-secret photo');
INSERT INTO park.accounts VALUES (1, 'H 1', 'Hill owner', 5), (2, 'R 9', 'Road-secret owner', 123);
INSERT INTO park.tariffs VALUES (1, 'day', 'car', 2), (2, 'day', 'car', 3);
INSERT INTO park.barriers VALUES (1, 'P1', 'in', 'Hill key'), (2, 'P1', 'in', 'Road-secret key');
