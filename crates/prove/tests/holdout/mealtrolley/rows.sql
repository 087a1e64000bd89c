INSERT INTO "Allergen" VALUES ('NUT', 'Nuts'), ('MLK', 'Milk');
INSERT INTO hospitals VALUES ('ckhospa0001', 'Hill hospital'), ('ckhospb0002', 'Road-secret hospital');
INSERT INTO "Ward" VALUES ('ckhospa0001', 'W1', 20), ('ckhospb0002', 'Z9', 33);
INSERT INTO "Patient" VALUES
  ('ckhospa0001', 1, 'W1', 'Patient A', '{NUT}'),
  ('ckhospb0002', 9, 'Z9', 'Road-secret patient', '{MLK}');
INSERT INTO "DietPlan" VALUES
  ('ckhospa0001', 1, '2026-01-01', 'none', 2000),
  ('ckhospb0002', 9, '2026-01-01', 'Road-secret diagnosis', 1500);
INSERT INTO "Dish" VALUES
  ('ckhospa0001', 'broth', 'Boil', '{}'),
  ('ckhospb0002', 'puree', 'Road-secret recipe', '{}');
INSERT INTO "MealOrder" VALUES
  ('ckhospa0001', 1, 1, 'broth', 'ordered', 'warm'),
  ('ckhospb0002', 9, 9, 'puree', 'ordered', 'Road-secret note');
INSERT INTO "Feedback" ("hospitalId", "stars", "comment") VALUES
  ('ckhospa0001', 4, 'good'),
  ('ckhospb0002', 1, 'Road-secret complaint');
INSERT INTO "TrayTag" VALUES ('ckhospa0001', 'T-1', 'W1'), ('ckhospb0002', 'T-900', 'Z9');
INSERT INTO "MenuLink" VALUES
  ('ckhospa0001', 'aaaa1111', 'Broth'),
  ('ckhospb0002', 'f00dbabe', 'Road-secret menu');
INSERT INTO "AuditEvent" ("hospitalId", "kind", "payload") VALUES
  ('ckhospa0001', 'login', '{}'),
  ('ckhospb0002', 'login', '{"who": "Road-secret nurse"}');
