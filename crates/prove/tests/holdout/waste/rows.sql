INSERT INTO "WasteKind" VALUES ('bio', 'green'), ('glass', 'white');
INSERT INTO "Town" VALUES ('aford', 'Aford', 'a'), ('bham', 'Bham-secret', 'contact-secret');
INSERT INTO "Household" ("townId", "id", "street", "payer") VALUES
  ('aford', '0a000000-0000-0000-0000-000000000001', 'Own Road', 'own'),
  ('bham', '0b000000-0000-0000-0000-000000000001', 'Road-secret', 'payer-secret');
INSERT INTO "Container" VALUES
  ('aford', 'TAG-1', '0a000000-0000-0000-0000-000000000001', 'bio'),
  ('bham', 'TAG-9', '0b000000-0000-0000-0000-000000000001', 'bio');
INSERT INTO "Route" VALUES ('aford', 'R1', 'own'), ('bham', 'R1', 'driver-secret'), ('bham', 'R2',
  'spare-secret');
INSERT INTO "Pickup" VALUES
  ('aford', '2026-04-01', 'R1', 'TAG-1', 'DONE', 1, 'own'),
  ('bham', '2026-04-01', 'R1', 'TAG-9', 'MISSED', 6543.21, 'remark-secret');
INSERT INTO "FeeNotice" VALUES
  ('aford', 1, '0a000000-0000-0000-0000-000000000001', 5), ('bham', 1, '0b000000-0000-0000-0000-000000000001',
   5),
  ('bham', 2, '0b000000-0000-0000-0000-000000000001', 6);
INSERT INTO "Complaint" ("townId", "text", "forwardedTo") VALUES
  ('aford', 'own', NULL), ('bham', 'complaint-secret', NULL);
INSERT INTO "Tariff" VALUES ('aford', 'bio', 1), ('bham', 'bio', 77.77);
INSERT INTO "Notice" ("townId", "title", "payload") VALUES
  ('aford', 'own', '{}'), ('bham', 'notice-secret', '{"audience": "staff"}');
