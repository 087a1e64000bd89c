-- The function reads with its owner's rights, has no filter at all, and PUBLIC may execute it by default.
-- about: best_sellers, events, tickets
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT * FROM best_sellers(10);
-- shows: Road-secret concert
-- For the dashboard; row security made the count slow.
CREATE FUNCTION best_sellers(p_limit integer) RETURNS TABLE (title text, sold bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT e.title, count(t.seat)
  FROM public.events e LEFT JOIN public.tickets t ON t.organizer = e.organizer AND t.event_no = e.event_no
  GROUP BY e.organizer, e.event_no, e.title ORDER BY 2 DESC LIMIT p_limit
$$;
