-- A coupon code is unique over all kitchens, so the error of an insert tells that another kitchen has the
-- code.
-- about: coupons, coupons_code_key
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: INSERT INTO kits.coupons (code, percent) VALUES ('ROADTEN', 5);
-- shows: duplicate key value

-- Shoppers type the code at a common checkout.
CREATE UNIQUE INDEX coupons_code_key ON kits.coupons (upper(code));
