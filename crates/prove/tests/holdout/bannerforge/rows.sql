INSERT INTO "Channel" VALUES ('web', 'Web');
INSERT INTO "Account" VALUES ('acc_a', 'Ash shoes'), ('acc_b', 'Road-secret brand');
INSERT INTO "User" VALUES ('acc_a', 'u1', 'a@ash.test'), ('acc_b', 'u1', 'Road-secret@b.test');
INSERT INTO "Campaign" VALUES ('acc_a', 'spring', 'Spring', 'LIVE', 'go.ash.test', NULL),
  ('acc_b', 'spring', 'Road-secret spring', 'LIVE', 'launch.b.test', NULL);
INSERT INTO "Asset" VALUES ('acc_a', 'shoe', 'shoe.png'), ('acc_b', 'hero', 'Road-secret.png');
INSERT INTO "Creative" VALUES ('acc_a', 'c1', 'spring', 'shoe', 'Run'),
  ('acc_b', 'c1', 'spring', 'hero', 'Road-secret headline');
INSERT INTO "Impression" ("accountId", "campaignId", "deviceId") VALUES ('acc_a', 'spring', 'dev-1'),
  ('acc_b', 'spring', 'dev-7');
INSERT INTO "SpendDaily" VALUES ('acc_a', 'spring', '2025-03-01', 'web', 1200),
  ('acc_b', 'spring', '2025-03-01', 'web', 87654321);
INSERT INTO "Conversion" VALUES ('acc_a', 'o-1', 10), ('acc_b', 'o-9', 777);
INSERT INTO "Notification" ("accountId", "audience", "text") VALUES ('acc_a', 'u1', 'hello'),
  ('acc_b', 'all', 'Road-secret budget cut');
