-- A follow-up copies the findings of an earlier inspection of the same bureau.
CREATE FUNCTION insp.follow_up(p_old uuid, p_new uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = insp, pg_temp AS $$
  INSERT INTO insp.findings (bureau_id, inspection_id, finding_no, severity, text)
    SELECT f.bureau_id, p_new, 100 + f.finding_no, f.severity, f.text FROM insp.findings f
    WHERE f.inspection_id = p_old
      AND f.bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid
$$;
REVOKE ALL ON FUNCTION insp.follow_up(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION insp.follow_up(uuid, uuid) TO hf_inspections_app;
