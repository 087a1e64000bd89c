-- The application may read the table of desks itself, but no policy shows it a row: nothing comes out.
GRANT USAGE ON SCHEMA bkdata TO hf_brokerage_app;
GRANT SELECT ON bkdata.desks TO hf_brokerage_app;
