-- An RPC with an organisation as its parameter: it looks into that organisation only if the caller is a
-- member.
CREATE FUNCTION public.search_tickets(p_org uuid, p_text text)
RETURNS TABLE (id uuid, subject text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT t.id, t.subject FROM public.tickets t
  WHERE t.org_id = p_org AND p_org IN (SELECT auth.org_ids()) AND t.subject ILIKE '%' || p_text || '%'
$$;
REVOKE EXECUTE ON FUNCTION public.search_tickets(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.search_tickets(uuid, text) TO hf_deskline_app;
