-- The dashboard is a plain view made by the migration's login, so it reads the orders of all vendors.
-- about: OrderDashboard, Order, OrderItem, MenuItem
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: SELECT "customerName", "totalCents" FROM "OrderDashboard";
-- shows: Road-secret Guest
CREATE VIEW "OrderDashboard" AS
SELECT o."vendorId", o."id", o."customerName", o."status", SUM(i."quantity" * m."priceCents") AS "totalCents"
FROM "Order" o
JOIN "OrderItem" i ON i."vendorId" = o."vendorId" AND i."orderId" = o."id"
JOIN "MenuItem" m ON m."vendorId" = i."vendorId" AND m."id" = i."menuItemId"
GROUP BY o."vendorId", o."id";
GRANT SELECT ON "OrderDashboard" TO hf_chowline_app;
