-- The view for booking pages reads with its owner's rights and shows the bookings of all businesses with
-- their customers.
-- about: BusyTime, Booking, Customer
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: SELECT "customer" FROM "BusyTime";
-- shows: Road-secret Di
CREATE VIEW "BusyTime" AS
  SELECT b."businessId", b."room", b."during", c."name" AS "customer"
  FROM "Booking" b JOIN "Customer" c ON c."businessId" = b."businessId" AND c."id" = b."customerId"
  WHERE b."status" = 'confirmed' AND upper(b."during") > now();
GRANT SELECT ON "BusyTime" TO hf_appointments_app;
