-- The code is unique together with the vendor, so an error speaks of the vendor's own coupons.
CREATE UNIQUE INDEX "Coupon_vendorId_code_key" ON "Coupon" ("vendorId", "code");
