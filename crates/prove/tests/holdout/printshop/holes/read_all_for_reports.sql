-- For its reports a shop's login got the role that reads all data, which in a database of schemas
-- means all shops.
-- about: pg_read_all_data, hf_printshop_hill, customers, jobs, proofs, stock, invoices, machines
-- as: hf_printshop_hill
-- exploit: SELECT address FROM shop_road.customers;
-- shows: Road-secret 1
GRANT pg_read_all_data TO hf_printshop_hill;
