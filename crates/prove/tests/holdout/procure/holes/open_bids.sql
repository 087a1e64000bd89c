-- Opening the bids checks that the tender is closed, but not that it is one's own.
-- about: open_bids, bids
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: SELECT remarks FROM proc.open_bids(2, 'T-1');
-- shows: Road-secret bid
CREATE FUNCTION proc.open_bids(p_authority bigint, p_ref text) RETURNS SETOF proc.bids
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM proc.tenders t
    WHERE t.authority_id = p_authority AND t.tender_ref = p_ref AND t.closes_at < now()) THEN
    RAISE EXCEPTION 'bids stay sealed until the tender closes';
  END IF;
  RETURN QUERY SELECT * FROM proc.bids b WHERE b.authority_id = p_authority AND b.tender_ref = p_ref;
END $$;
