-- The price list for the web page is a materialized view over all laundries that the application reads whole.
-- about: price_list, prices
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: SELECT cents FROM api.price_list;
-- shows: 47113
CREATE MATERIALIZED VIEW api.price_list AS
SELECT laundry_id, item, cents, rank() OVER (PARTITION BY laundry_id ORDER BY cents) AS place
FROM wash.prices;
GRANT SELECT ON api.price_list TO hf_laundry_app;
