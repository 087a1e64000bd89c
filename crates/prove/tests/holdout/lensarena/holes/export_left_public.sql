-- The export for the back office is never taken from PUBLIC, so the application may call it for any host.
-- about: export_jurors, jurors
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT lens.export_jurors(62);
-- shows: Road-secret juror

-- For the back office, which connects as its own role.
CREATE ROLE hf_lensarena_office NOLOGIN;
GRANT USAGE ON SCHEMA lens TO hf_lensarena_office;
CREATE FUNCTION lens.export_jurors(p_host bigint) RETURNS SETOF jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
  SELECT to_jsonb(j) FROM jurors j WHERE j.host_id = p_host;
$$;
GRANT EXECUTE ON FUNCTION lens.export_jurors(bigint) TO hf_lensarena_office;
