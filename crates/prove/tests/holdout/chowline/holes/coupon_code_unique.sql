-- The code got @unique in the model, so it is unique over all vendors: trying codes finds those that others
-- run.
-- about: Coupon, Coupon_code_key
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: INSERT INTO "Coupon" VALUES ('ven_1', 'cpn_9', 'STAFF50', 1);
-- shows: Coupon_code_key
CREATE UNIQUE INDEX "Coupon_code_key" ON "Coupon" ("code");
