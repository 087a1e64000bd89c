-- Best sellers as a plain view with its caller's rights: each shop sees its own.
CREATE VIEW "BestSeller" WITH (security_invoker = true) AS
  SELECT p."shopId", p."id", p."title", sum(i."quantity") AS "sold"
  FROM "Product" p JOIN "OrderItem" i ON i."shopId" = p."shopId" AND i."productId" = p."id"
  GROUP BY p."shopId", p."id", p."title";
GRANT SELECT ON "BestSeller" TO hf_bazaar_app;
