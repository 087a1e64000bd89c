INSERT INTO "Network" VALUES ('net_alder', 'Alder air'), ('net_road', 'Road-secret air');
INSERT INTO "Pollutant" VALUES ('pm10', 'ug/m3');
INSERT INTO "Station" VALUES ('net_alder', 'st1', 'Tower', '8/1/1'),
  ('net_road', 'st9', 'Road-secret station', '8/130/84');
INSERT INTO "Sensor" VALUES ('net_alder', 'eui-1', 'st1'), ('net_road', 'eui-9', 'st9');
INSERT INTO "Reading" VALUES ('net_alder', 'eui-1', '2026-01-05Z', 'pm10', 4, 'fine'),
  ('net_road', 'eui-9', '2026-01-06Z', 'pm10', 90, 'Road-secret reading');
INSERT INTO "ApiKey" VALUES ('net_alder', 'ak_1', 'door', 'h1'),
  ('net_road', 'ak_9', 'Road-secret key', 'h9');
INSERT INTO "Webhook" ("networkId", "payload") VALUES ('net_alder', '{"a": 1}'),
  ('net_road', '{"note": "Road-secret payload"}');
INSERT INTO "Export" ("networkId", "csv") VALUES ('net_alder', 'a;b'), ('net_road', 'Road-secret export');
INSERT INTO "Annotation" ("networkId", "body", "author", "published") VALUES
  ('net_alder', 'windy', 'ann', true), ('net_road', 'Road-secret remark', 'rob', true);
