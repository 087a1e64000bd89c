-- Paying at another counter: the ticket is looked up in all shops, and a payment is written there.
-- about: pay, payments, tickets
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT api.pay(41, 1);
-- shows: paid
-- Customers may pay at any shop of the chain; the ticket says which shop it is.
CREATE OR REPLACE FUNCTION api.pay(p_ticket int, p_cents int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
DECLARE v_shop int;
BEGIN
  SELECT shop_id INTO v_shop FROM pawn.tickets WHERE ticket_no = p_ticket ORDER BY due_on LIMIT 1;
  IF v_shop IS NULL THEN
    RAISE EXCEPTION 'no ticket %', p_ticket;
  END IF;
  INSERT INTO pawn.payments (shop_id, ticket_no, cents) VALUES (v_shop, p_ticket, p_cents);
  RETURN 'paid';
END $$;
