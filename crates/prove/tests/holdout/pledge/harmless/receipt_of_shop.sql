-- harmless: the receipt looks for the ticket in the shop of the session.
CREATE FUNCTION api.print_receipt(p_ticket int) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT format('Ticket %s, %s, loan %s, due on %s', t.ticket_no, c.full_name, t.loan_cents, t.due_on)
  FROM pawn.tickets t JOIN pawn.customers c ON c.shop_id = t.shop_id AND c.customer_no = t.customer_no
  WHERE t.ticket_no = p_ticket AND t.shop_id = pawn.shop()
$$;
GRANT EXECUTE ON FUNCTION api.print_receipt(int) TO hf_pledge_app;
