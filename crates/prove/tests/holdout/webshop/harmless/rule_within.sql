-- The rule runs as the forced owner of the table and so touches coupons of the session's store.
CREATE RULE count_use AS ON INSERT TO shop.orders WHERE NEW.coupon IS NOT NULL
  DO ALSO UPDATE shop.coupons SET used = used + 1 WHERE store_id = NEW.store_id AND code = NEW.coupon;
ALTER TABLE shop.orders OWNER TO ho_webshop_owner;
