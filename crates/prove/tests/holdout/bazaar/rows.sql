INSERT INTO "User" VALUES ('user_a', 'ann@alpha.test'), ('user_b', 'bob@beta.test');
INSERT INTO "Shop" VALUES ('alpha', 'Alpha', 10), ('beta', 'Road-secret shop', 5000);
INSERT INTO "ShopMember" VALUES ('alpha', 'user_a', 'OWNER'), ('beta', 'user_b', 'OWNER');
INSERT INTO "ShopInvite" ("shopId", "id", "email") VALUES ('beta', 'inv_b', 'Road-secret@beta.test');
INSERT INTO "Product" ("shopId", "id", "categoryId", "sku", "title", "stock", "listed") VALUES
  ('alpha', 'pr_a', 'toys', 'T1', 'Kite', 5, true), ('beta', 'pr_b', 'toys', 'T1', 'Road-secret drone',
    7, true);
INSERT INTO "Order" ("shopId", "id", "buyerName", "address") VALUES
  ('alpha', 'or_a', 'Cy', 'Alpha lane'), ('beta', 'or_b', 'Road-secret Di', 'Beta lane');
INSERT INTO "OrderItem" VALUES ('alpha', 'or_a', 'pr_a', 1), ('beta', 'or_b', 'pr_b', 2);
INSERT INTO "Message" ("shopId", "orderId", "text") VALUES
  ('alpha', 'or_a', 'thanks'), ('beta', 'or_b', 'Road-secret message');
INSERT INTO "Payout" ("shopId", "amount", "reference") VALUES ('alpha', 5, 'one'),
  ('beta', 4000, 'Road-secret payout');
INSERT INTO "Attachment" VALUES ('alpha', 'alpha/kite.png', 10), ('beta', 'beta/Road-secret.png', 20);
