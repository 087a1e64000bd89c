-- For the exchange of paper one shop was let into the schema of the other, and reads its stock there.
-- about: shop_road, stock, hf_printshop_hill
-- as: hf_printshop_hill
-- exploit: SELECT sheets FROM shop_road.stock;
-- shows: 98765
GRANT USAGE ON SCHEMA shop_road TO hf_printshop_hill;
GRANT SELECT (paper, sheets) ON shop_road.stock TO hf_printshop_hill;
