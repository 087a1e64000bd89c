INSERT INTO "Winery" ("id", "name") VALUES ('w_hill', 'Hill Winery'), ('w_road', 'Road-secret Winery');
INSERT INTO "Grape" VALUES ('ries', 'Riesling'), ('pn', 'Pinot');
INSERT INTO "Vineyard" VALUES ('w_hill', 'v1', 'Hill slope', 2), ('w_road', 'v2', 'Road-secret slope', 3);
INSERT INTO "Wine" VALUES ('w_hill', 'x1', 'Hill white', 'ries', 2024, 'v1'),
  ('w_road', 'x2', 'Road-secret red', 'pn', 2023, 'v2');
INSERT INTO "Barrel" VALUES ('w_hill', 1, 'x1', 225), ('w_road', 77, 'x2', 500);
INSERT INTO "TastingNote" ("wineryId", "wineId", "body") VALUES ('w_hill', 'x1', 'Hill note'),
  ('w_road', 'x2', 'Road-secret note');
INSERT INTO "Customer" VALUES ('w_hill', 'c1', 'Hill buyer', 'h@example.org'),
  ('w_road', 'c2', 'Road-secret buyer', 'r@example.org');
INSERT INTO "Order" VALUES ('w_hill', 1, 'c1', 'SENT', 'Hill remark'),
  ('w_road', 2, 'c2', 'PAID', 'Road-secret remark');
INSERT INTO "OrderLine" VALUES ('w_hill', 1, 'x1', 6), ('w_road', 2, 'x2', 1200);
DO $$
BEGIN
  IF to_regclass('"Contract"') IS NOT NULL THEN
    INSERT INTO "Contract" ("wineryId", "title") VALUES ('w_road', 'Road-secret contract');
  END IF;
END
$$;
