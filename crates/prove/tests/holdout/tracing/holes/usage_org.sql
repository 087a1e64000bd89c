-- Usage is corrected by a function; the organisation is a parameter with the own one as its default.
-- about: add_usage, usage_counters
-- as: hf_tracing_app
-- exploit: SET apm.org_id = '7';
-- exploit: SELECT 'spans now ' || apm.add_usage(5, 8);
-- shows: spans now 7
CREATE FUNCTION apm.add_usage(p_spans bigint, p_org bigint DEFAULT apm.org()) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = apm, pg_temp AS $$
DECLARE
  v_spans bigint;
BEGIN
  UPDATE apm.usage_counters SET spans = spans + p_spans
    WHERE org_id = p_org AND month = date_trunc('month', now()) RETURNING spans INTO v_spans;
  RETURN v_spans;
END $$;
REVOKE ALL ON FUNCTION apm.add_usage(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apm.add_usage(bigint, bigint) TO hf_tracing_app;
