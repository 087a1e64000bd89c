-- Harmless: the export for the back office is taken from PUBLIC; the application cannot call it.

CREATE ROLE hf_lensarena_office NOLOGIN;
GRANT USAGE ON SCHEMA lens TO hf_lensarena_office;
CREATE FUNCTION lens.export_jurors(p_host bigint) RETURNS SETOF jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
  SELECT to_jsonb(j) FROM jurors j WHERE j.host_id = p_host;
$$;
REVOKE ALL ON FUNCTION lens.export_jurors(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lens.export_jurors(bigint) TO hf_lensarena_office;
