-- The check knows the authority, the query only the reference; references repeat in every authority.
-- about: timeline, audit_entries
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: SELECT detail FROM proc.timeline('T-1');
-- shows: bid of V2 at 70123
CREATE FUNCTION proc.timeline(p_ref text) RETURNS TABLE (at timestamptz, detail text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM proc.tenders t
    WHERE t.tender_ref = p_ref AND t.authority_id = ANY (proc.authority_ids())) THEN
    RAISE EXCEPTION 'no such tender';
  END IF;
  RETURN QUERY SELECT e.at, e.detail FROM proc.audit_entries e WHERE e.tender_ref = p_ref
    UNION ALL SELECT w.awarded_on::timestamptz, 'awarded to ' || w.vat_no
    FROM proc.awards w WHERE w.tender_ref = p_ref ORDER BY 1;
END $$;
