-- Harmless: the path of the function is fixed with pg_temp last, and it writes for the session's hospital
-- only.

CREATE FUNCTION "logTray"(p_kind text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO public."AuditEvent" ("hospitalId", "kind")
  VALUES (NULLIF(current_setting('tenancy.hospital_id', true), ''), p_kind);
END
$$;
REVOKE ALL ON FUNCTION "logTray"(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "logTray"(text) TO hf_mealtrolley_app;
