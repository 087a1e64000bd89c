-- The new weight goes to articles with the same code base of the same merchant only.
CREATE FUNCTION wh.share_weight() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE wh.skus s SET grams = NEW.grams
  WHERE s.merchant_id = NEW.merchant_id AND left(s.code, 4) = left(NEW.code, 4) AND s.grams <> NEW.grams;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION wh.share_weight() FROM PUBLIC;
CREATE TRIGGER share_weight AFTER UPDATE OF grams ON wh.skus
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION wh.share_weight();
