-- The exclusion is made again for more kinds of status; the business stays its first column.
ALTER TABLE "Booking" DROP CONSTRAINT "Booking_no_overlap";
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_no_overlap" EXCLUDE USING gist
  ("businessId" WITH =, "room" WITH =, "during" WITH &&) WHERE ("status" NOT IN ('cancelled', 'no_show'));
