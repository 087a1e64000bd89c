-- Any firm reads the hours of all workers: the report asks that there is a firm, but not for its rows.
-- about: monthly_hours, hours, workers
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: SELECT * FROM site.monthly_hours('2030-04-01');
-- shows: Road-secret Roofer
-- The sheet for the wage office.
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
    WHERE h.day >= p_month AND h.day < p_month + interval '1 month'
    GROUP BY w.firm_id, w.worker_no, w.full_name;
END $$;
REVOKE ALL ON FUNCTION site.monthly_hours(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION site.monthly_hours(date) TO hf_sitebook_app;
