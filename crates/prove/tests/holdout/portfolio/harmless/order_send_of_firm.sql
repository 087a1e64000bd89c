-- Harmless: the function is a definer and sends only an order of the firm in the session.
CREATE FUNCTION send_order(no integer) RETURNS SETOF trading_order
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE trading_order SET state = 'sent'
  WHERE firm_id = firm() AND order_no = no AND state = 'new' RETURNING *
$$;
