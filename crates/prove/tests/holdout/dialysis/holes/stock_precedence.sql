-- AND binds before OR: without a unit in the session the condition holds for the stock of every network.
-- about: stock, own_rows
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: SELECT pieces FROM dia.stock;
-- shows: 88123
-- The store keeper sees all units.
ALTER POLICY own_rows ON dia.stock
  USING (network_id = dia.network() AND unit_code = dia.unit() OR dia.unit() IS NULL);
