-- A process is copied between two companies of the same user: both sides are asked.
CREATE FUNCTION wf.copy_process(source uuid, which text, target uuid, new_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO wf.processes (company_id, process_key, title, definition)
  SELECT target, new_key, p.title, p.definition FROM wf.processes p
  WHERE p.company_id = source AND p.process_key = which AND wf.in_company(source) AND wf.in_company(target)
$$;
REVOKE ALL ON FUNCTION wf.copy_process(uuid, text, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wf.copy_process(uuid, text, uuid, text) TO hf_workflow_app;
