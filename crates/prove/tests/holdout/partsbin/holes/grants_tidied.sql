-- A login empties the order lines of all dealers, as the tidied grants hold TRUNCATE, which no policy stops.
-- about: order_lines, orders, stock, import_files
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: TRUNCATE parts.order_lines;
-- exploit: SET parts.dealer_id = 'bbbbbbbb-0000-4000-8000-000000000002';
-- exploit: SELECT 'lines left: ' || count(*) FROM parts.order_lines;
-- shows: lines left: 0
REVOKE ALL ON parts.stock, parts.orders, parts.order_lines, parts.import_files FROM hf_partsbin_app;
GRANT ALL ON parts.stock, parts.orders, parts.order_lines, parts.import_files TO hf_partsbin_app;
