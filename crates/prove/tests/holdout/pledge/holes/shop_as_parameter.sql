-- The dashboard passes the shop along, and the function uses it instead of the shop of the session.
-- about: dashboard, tickets, payments
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT 'lent=' || lent_cents FROM api.dashboard(2);
-- shows: lent=14000
CREATE FUNCTION api.dashboard(p_shop int DEFAULT NULL) RETURNS TABLE (open_tickets bigint, lent_cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT count(*), sum(loan_cents) FROM pawn.tickets
  WHERE shop_id = coalesce(p_shop, pawn.shop()) AND state = 'open'
$$;
GRANT EXECUTE ON FUNCTION api.dashboard(int) TO hf_pledge_app;
