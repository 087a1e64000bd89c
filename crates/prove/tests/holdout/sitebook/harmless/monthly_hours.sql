-- The report has its owner's rights and names the firm in its query.
CREATE FUNCTION site.monthly_hours(p_month date) RETURNS TABLE (full_name text, total numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = site, pg_temp
AS $$
BEGIN
  IF firm() IS NULL THEN
    RAISE EXCEPTION 'no firm is set';
  END IF;
  RETURN QUERY
    SELECT w.full_name, sum(h.hours)
    FROM hours h
    JOIN workers w ON w.firm_id = h.firm_id AND w.worker_no = h.worker_no
    WHERE h.firm_id = firm() AND h.site_no = COALESCE(site(), h.site_no)
      AND h.day >= p_month AND h.day < p_month + interval '1 month'
    GROUP BY w.firm_id, w.worker_no, w.full_name;
END $$;
REVOKE ALL ON FUNCTION site.monthly_hours(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION site.monthly_hours(date) TO hf_sitebook_app;
