-- The yearly export of awards has no filter for the authority.
-- about: export_awards, awards, bidders
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: SELECT * FROM proc.export_awards(2026);
-- shows: Road-secret Builder
CREATE FUNCTION proc.export_awards(p_year int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  SELECT concat_ws(';', w.tender_ref, b.company, w.price, w.awarded_on)
  FROM proc.awards w JOIN proc.bidders b ON b.authority_id = w.authority_id AND b.vat_no = w.vat_no
  WHERE extract(year FROM w.awarded_on) = p_year ORDER BY w.awarded_on
$$;
