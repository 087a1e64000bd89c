INSERT INTO "Cuisine" VALUES ('thai', 'Thai'), ('greek', 'Greek');
INSERT INTO "Vendor" VALUES ('ven_1', 'Aroma Kitchen', 'thai'), ('ven_2', 'Road-secret Grill', 'greek');
INSERT INTO "MenuCategory" VALUES ('ven_1', 'cat_1', 'Soups'), ('ven_2', 'cat_2', 'Road-secret mains');
INSERT INTO "MenuItem" VALUES
  ('ven_1', 'itm_1', 'cat_1', 'Soup', 100, 500), ('ven_2', 'itm_2', 'cat_2', 'Road-secret skewer', 230, 900);
INSERT INTO "Courier" VALUES ('ven_1', 'cou_1', 'Ann', '11'), ('ven_2', 'cou_2', 'Road-secret Rider', '22');
INSERT INTO "Order" ("vendorId", "id", "customerName", "customerPhone", "courierId") VALUES
  ('ven_1', 'ord_1', 'Art', '555-100', 'cou_1'), ('ven_2', 'ord_2', 'Road-secret Guest', '555-200', 'cou_2');
INSERT INTO "OrderItem" VALUES ('ven_1', 'ord_1', 'itm_1', 2), ('ven_2', 'ord_2', 'itm_2', 3);
INSERT INTO "Coupon" VALUES ('ven_1', 'cpn_1', 'SOUP10', 10), ('ven_2', 'cpn_2', 'STAFF50', 50);
INSERT INTO "Review" VALUES ('ven_1', 'rev_1', 5, 'Good'), ('ven_2', 'rev_2', 2, 'Road-secret review');
INSERT INTO "Payout" VALUES ('ven_1', 'pay_1', 1000, 'weekly'), ('ven_2', 'pay_2', 77777, 'Road-secret bank');
