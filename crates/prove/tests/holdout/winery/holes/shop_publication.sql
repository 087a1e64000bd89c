-- The shop system subscribes to all orders and customers with no row filter: policies do not hold for
-- a publication.
-- about: shop_feed, Order, Customer
-- as: hf_winery_app
-- exploit: SELECT tablename || ' is sent, rows: ' || coalesce(rowfilter, 'all') FROM pg_publication_tables;
-- shows: Customer is sent, rows: all
CREATE PUBLICATION shop_feed FOR TABLE "Order", "Customer";
