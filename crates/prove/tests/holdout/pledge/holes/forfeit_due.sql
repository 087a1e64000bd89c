-- The evening run that forfeits what is overdue works for one shop, but changes the tickets of all.
-- about: forfeit_due, tickets, items
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT 'forfeited ' || api.forfeit_due();
-- shows: forfeited 1
CREATE FUNCTION api.forfeit_due() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
DECLARE v_count int;
BEGIN
  UPDATE pawn.tickets SET state = 'forfeited' WHERE state = 'open' AND due_on < current_date;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  UPDATE pawn.items i SET for_sale = true FROM pawn.tickets t
  WHERE t.shop_id = i.shop_id AND t.ticket_no = i.ticket_no AND t.state = 'forfeited'
    AND t.shop_id = pawn.shop();
  RETURN v_count;
END $$;
GRANT EXECUTE ON FUNCTION api.forfeit_due() TO hf_pledge_app;
