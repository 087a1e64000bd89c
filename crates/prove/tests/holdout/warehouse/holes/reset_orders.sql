-- A merchant empties the lines of all merchants' orders: row security does not stop TRUNCATE.
-- about: order_lines
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: TRUNCATE wh.order_lines;
-- exploit: SET wh.merchant_id = '22';
-- exploit: SELECT 'left: ' || count(*) FROM wh.order_lines;
-- shows: left: 0
-- The demo shop clears its orders before it loads them again; DELETE was too slow.
GRANT ALL ON wh.order_lines TO hf_warehouse_app;
