-- harmless: the function takes the shop as a parameter and insists that it is the shop of the session.
CREATE FUNCTION api.dashboard(p_shop int) RETURNS TABLE (open_tickets bigint, lent_cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT count(*), sum(loan_cents) FROM pawn.tickets
  WHERE shop_id = p_shop AND p_shop = pawn.shop() AND state = 'open'
$$;
GRANT EXECUTE ON FUNCTION api.dashboard(int) TO hf_pledge_app;
