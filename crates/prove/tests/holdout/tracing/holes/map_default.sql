-- The map falls back to the demonstration organisation, the first one by name, when none is set.
-- about: service_map
-- as: hf_tracing_viewer
-- exploit: SELECT caller, callee FROM apm.service_map();
-- shows: db-secret
CREATE OR REPLACE FUNCTION apm.service_map() RETURNS TABLE (caller text, callee text, calls bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = apm, pg_temp AS $$
  SELECT m.caller, m.callee, m.calls FROM apm_parts.service_map m
  WHERE m.org_id = coalesce(apm.org(), (SELECT o.org_id FROM apm.orgs o ORDER BY o.org_name LIMIT 1))
$$;
