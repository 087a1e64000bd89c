-- The trigger runs as its owner but finds the lot by its whole key, and the bid itself was checked.
CREATE OR REPLACE FUNCTION auc.keep_high_bid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auc, pg_temp AS $$
BEGIN
  UPDATE lots l
     SET high_bid = greatest(l.high_bid, NEW.amount)
   WHERE l.house_id = NEW.house_id AND l.sale_no = NEW.sale_no AND l.lot_no = NEW.lot_no;
  RETURN NULL;
END
$$;
