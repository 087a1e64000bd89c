-- The function fixes its search path, names its schema and gives out the payouts of the organiser in the
-- setting.
CREATE FUNCTION group_payouts() RETURNS TABLE ("month" date, "amount" numeric, "iban" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p."month", p."amount", p."iban" FROM public."Payout" p
   WHERE p."organizerId" = public.current_organizer()
$$;
