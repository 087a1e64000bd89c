-- A refused booking tells when another business is busy, because the exclusion no longer names the business.
-- about: Booking, Booking_no_overlap
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: INSERT INTO "Booking" ("businessId", "serviceId", "customerId", "during")
-- exploit: VALUES ('biz_alpha', 'sv_a', 'cu_a', '[2030-01-02 09:30Z,2030-01-02 09:45Z)');
-- shows: conflicting key value
-- Cancelled and no-show bookings free the room; the constraint is made again for that.
ALTER TABLE "Booking" DROP CONSTRAINT "Booking_no_overlap";
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_no_overlap"
  EXCLUDE USING gist ("room" WITH =, "during" WITH &&) WHERE ("status" NOT IN ('cancelled', 'no_show'));
