-- The tracking page takes a job by its number alone and answers with the first one of any company.
-- about: track_job
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: SELECT track_job(1), track_job(1, 1);
-- shows: Road-secret boiler
CREATE FUNCTION track_job(p_number integer, p_skip integer DEFAULT 0) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.summary || ', ' || j.state
    FROM jobs j
   WHERE j.number = p_number
   ORDER BY j.created_at, j.company_id
  OFFSET p_skip LIMIT 1
$$;
