-- The receipt looks for the ticket by its number only and prints tickets of other shops.
-- about: print_receipt, tickets, customers
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT api.print_receipt(41);
-- shows: Road-secret Customer
CREATE FUNCTION api.print_receipt(p_ticket int) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT format('Ticket %s, %s, loan %s, due on %s', t.ticket_no, c.full_name, t.loan_cents, t.due_on)
  FROM pawn.tickets t JOIN pawn.customers c ON c.shop_id = t.shop_id AND c.customer_no = t.customer_no
  WHERE t.ticket_no = p_ticket
$$;
GRANT EXECUTE ON FUNCTION api.print_receipt(int) TO hf_pledge_app;
