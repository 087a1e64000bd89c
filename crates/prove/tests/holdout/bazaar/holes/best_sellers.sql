-- The list of best sellers is a materialized view that counts the sales of all shops, by name.
-- about: BestSeller, Product, OrderItem
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: SELECT "title", "sold" FROM "BestSeller";
-- shows: Road-secret drone
CREATE MATERIALIZED VIEW "BestSeller" AS
  SELECT p."shopId", p."id", p."title", sum(i."quantity") AS "sold"
  FROM "Product" p JOIN "OrderItem" i ON i."shopId" = p."shopId" AND i."productId" = p."id"
  GROUP BY p."shopId", p."id", p."title";
CREATE UNIQUE INDEX "BestSeller_key" ON "BestSeller" ("shopId", "id");
GRANT SELECT ON "BestSeller" TO hf_bazaar_app;
