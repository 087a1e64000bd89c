-- A login compares itself with the others and so reads the figures of the only other one: no group is too
-- small.
-- about: turnaround_benchmark, results, labs
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: SELECT * FROM lims.turnaround_benchmark('K');
-- shows: 4711
CREATE FUNCTION lims.turnaround_benchmark(p_code text) RETURNS TABLE (lab_rank bigint, average numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lims, pg_temp AS $$
  SELECT rank() OVER (ORDER BY avg(r.minutes)), avg(r.minutes)
  FROM lims.results r WHERE r.code = p_code GROUP BY r.lab_id
$$;
REVOKE EXECUTE ON FUNCTION lims.turnaround_benchmark(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lims.turnaround_benchmark(text) TO hf_pipette_app;
