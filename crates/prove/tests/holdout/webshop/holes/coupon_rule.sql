-- Tenant A uses up coupons of tenant B: the rule compares the code alone.
-- about: coupons, orders
-- as: ho_webshop_app
-- exploit: SET app.store = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO shop.coupons VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 'SECRET', 1);
-- exploit: INSERT INTO shop.orders VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 2, 'x', 'SECRET', 1);
-- exploit: SET app.store = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT used || 'used' FROM shop.coupons WHERE code = 'SECRET';
-- shows: 1used
CREATE RULE count_use AS ON INSERT TO shop.orders WHERE NEW.coupon IS NOT NULL
  DO ALSO UPDATE shop.coupons SET used = used + 1 WHERE code = NEW.coupon;
ALTER TABLE shop.coupons NO FORCE ROW LEVEL SECURITY;
