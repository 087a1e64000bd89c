-- Usage is corrected for the own organisation only: the function takes no organisation.
CREATE FUNCTION apm.add_usage(p_spans bigint) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = apm, pg_temp AS $$
  UPDATE apm.usage_counters SET spans = spans + p_spans
  WHERE org_id = apm.org() AND month = date_trunc('month', now()) RETURNING spans
$$;
REVOKE ALL ON FUNCTION apm.add_usage(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apm.add_usage(bigint) TO hf_tracing_app;
