-- A function with its owner's rights that counts the events of the request's organiser only.
CREATE FUNCTION best_sellers(p_limit integer) RETURNS TABLE (title text, sold bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT e.title, count(t.seat)
  FROM public.events e LEFT JOIN public.tickets t ON t.organizer = e.organizer AND t.event_no = e.event_no
  WHERE e.organizer = public.organizer()
  GROUP BY e.organizer, e.event_no, e.title ORDER BY 2 DESC LIMIT p_limit
$$;
REVOKE EXECUTE ON FUNCTION best_sellers(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION best_sellers(integer) TO hf_boxoffice_app;
