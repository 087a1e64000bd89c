-- A session without a merchant sees and changes the stock of all: the policy takes an unset one for all.
-- about: stock
-- as: hf_warehouse_app
-- exploit: SELECT merchant_id, pieces FROM wh.stock;
-- shows: 4711
-- The nightly count runs through all merchants; it has no merchant in its session.
DROP POLICY merchant_only ON wh.stock;
CREATE POLICY merchant_only ON wh.stock
  USING (merchant_id = coalesce(wh.merchant(), merchant_id))
  WITH CHECK (merchant_id = coalesce(wh.merchant(), merchant_id));
