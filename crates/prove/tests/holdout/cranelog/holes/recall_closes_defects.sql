-- A firm closes the defects of another firm and reads them, because the function for recalls looks for the
-- serial number alone.
-- about: close_recall, defects
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: SELECT * FROM lift.close_recall('S-900');
-- shows: Road-secret defect
CREATE FUNCTION lift.close_recall(p_serial text) RETURNS SETOF lift.defects
LANGUAGE sql SECURITY DEFINER SET search_path = lift, pg_temp AS $$
  UPDATE lift.defects SET closed_at = now() WHERE serial = p_serial AND closed_at IS NULL RETURNING *
$$;
REVOKE ALL ON FUNCTION lift.close_recall(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lift.close_recall(text) TO hf_cranelog_app;
