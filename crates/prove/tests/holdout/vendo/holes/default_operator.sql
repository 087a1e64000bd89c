-- Without a setting the session counts as the first operator, which is a real customer.
-- about: vend.op, operators, sites, machines, products, slots, sales, refills, api_keys, work_queue
-- as: hf_vendo_app
-- exploit: SELECT driver FROM vend.refills;
-- shows: Road-secret driver
-- Local databases and the console have one operator; do not fail without a setting.
CREATE OR REPLACE FUNCTION vend.op() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(NULLIF(current_setting('vend.operator', true), '')::bigint, 1)
$$;
