-- Coupon codes are unique for all businesses, so a refused insert tells that another business uses the code.
-- about: Coupon, Coupon_code_key, Coupon_pkey
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: INSERT INTO "Coupon" VALUES ('biz_alpha', 'SPRING', 5);
-- shows: duplicate key value
-- The checkout looks a coupon up by its code: @unique on code.
CREATE UNIQUE INDEX "Coupon_code_key" ON "Coupon" ("code");
