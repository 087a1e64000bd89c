-- harmless: opening the bids checks that the tender is closed and belongs to an authority of the user.
CREATE FUNCTION proc.open_bids(p_authority bigint, p_ref text) RETURNS SETOF proc.bids
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM proc.tenders t WHERE t.authority_id = p_authority AND t.tender_ref = p_ref
    AND t.closes_at < now() AND t.authority_id = ANY (proc.authority_ids())) THEN
    RAISE EXCEPTION 'bids stay sealed until the tender closes';
  END IF;
  RETURN QUERY SELECT * FROM proc.bids b WHERE b.authority_id = p_authority AND b.tender_ref = p_ref;
END $$;
REVOKE ALL ON FUNCTION proc.open_bids(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proc.open_bids(bigint, text) TO hf_procure_app;
