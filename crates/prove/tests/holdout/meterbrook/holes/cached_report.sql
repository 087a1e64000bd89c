-- The cache is read by the name of the report alone, and the newest entry of any utility wins.
-- about: cached_report, report_cache
-- as: hf_meterbrook_app
-- exploit: SET meterbrook.utility_id = '1';
-- exploit: SELECT water.cached_report('losses');
-- shows: Road-secret 31
CREATE FUNCTION water.cached_report(p_report text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = water, pg_temp
  AS $$
    SELECT body FROM water.report_cache WHERE report = p_report AND water.utility() IS NOT NULL
    ORDER BY made_at DESC LIMIT 1
  $$;
