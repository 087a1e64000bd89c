-- The trigger now runs as its owner and finds lots by number only: a bid on one's own lot raises the lots
-- of others.
-- about: keep_high_bid, bids_high, auc.bids
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: INSERT INTO auc.bids (house_id, sale_no, lot_no, bidder_id, amount) VALUES
-- exploit: (auc.current_house(), 1, 1, '1a000000-0000-4000-8000-000000000001', 5000) RETURNING 'bid
-- exploit: placed';
-- exploit: SET app.house_id = '22222222-2222-2222-2222-222222222222';
-- exploit: SELECT 'lot of the other house at ' || high_bid FROM auc.lots WHERE lot_no = 1;
-- shows: lot of the other house at 5000
-- Clerks may place bids without the right to edit lots.
CREATE OR REPLACE FUNCTION auc.keep_high_bid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auc, pg_temp AS $$
BEGIN
  UPDATE lots l
     SET high_bid = greatest(l.high_bid, NEW.amount)
   WHERE l.sale_no = NEW.sale_no AND l.lot_no = NEW.lot_no;
  RETURN NULL;
END
$$;
