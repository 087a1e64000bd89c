-- The view is replaced without its option, so it has its owner's rights from now on.
-- about: shipping_labels, shipments, subscribers
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: SELECT full_name, address FROM shipping_labels;
-- shows: Road-secret address
CREATE OR REPLACE VIEW shipping_labels AS
SELECT h.shop_id, h.id, h.box_no, s.full_name, s.address, h.tracking
FROM shipments h
JOIN subscribers s ON s.shop_id = h.shop_id AND s.id = h.subscriber_id;
