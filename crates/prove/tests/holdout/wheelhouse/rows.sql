INSERT INTO "Lessor" VALUES ('road', 'Road Cars'), ('road-east', 'Road-secret East');
INSERT INTO "Customer" VALUES ('road', 'C-1', 'Road Bakery', 'fine'), ('road-east', 'C-2', 'East Mill',
   'East-secret debts');
INSERT INTO "Vehicle" VALUES
  ('road', 'VIN-1', 'RD 100', 'Van', 9000),
  ('road-east', 'VIN-1', 'RD 050', 'Van', 12000),
  ('road-east', 'VIN-2', 'RE 200', 'East-secret Coupe', 90000);
INSERT INTO "Driver" VALUES ('road', 'D-1', 'C-1', 'Road Driver', 'L1'), ('road-east', 'D-2', 'C-2',
   'East-secret Driver', 'L2');
INSERT INTO "Lease" VALUES
  ('road', 'L-1', 'C-1', 'VIN-1', 300, 'ACTIVE', 'plain'),
  ('road-east', 'L-1', 'C-2', 'VIN-2', 999, 'ACTIVE', 'East-secret terms');
INSERT INTO "Fine" VALUES ('road', 'F-1', 'VIN-1', 30, 'parking'), ('road-east', 'F-2', 'VIN-2', 500,
   'East-secret speeding');
INSERT INTO "Invoice" VALUES ('road', 'I-1', 'L-1', 300, 'rate'), ('road-east', 'I-1', 'L-1', 999,
   'East-secret rate');
INSERT INTO "ServiceBooking" VALUES
  ('road', 'S-1', 'VIN-1', 'Garage', '2030-01-01'), ('road-east', 'S-2', 'VIN-2', 'East-secret Garage',
   '2030-01-02');
INSERT INTO "Document" VALUES
  ('road', 'road/lease.pdf', 'Lease'), ('road-east', 'road-east/lease.pdf', 'East-secret lease');
