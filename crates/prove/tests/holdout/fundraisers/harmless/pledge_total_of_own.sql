-- Harmless: the function asks first whether the caller works for the charity.
CREATE FUNCTION pledge_total(charity uuid) RETURNS numeric
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(p.monthly), 0) * 12 FROM pledges p
  WHERE p.charity_id = charity AND charity = ANY (staff_of())
$$;
