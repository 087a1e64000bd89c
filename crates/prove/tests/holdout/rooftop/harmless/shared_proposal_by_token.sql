-- harmless: a proposal is found by its whole token, and only by members of its company (for the preview).
CREATE FUNCTION shared_proposal(p_token text)
RETURNS TABLE (kilowatts numeric, price numeric, cover_letter text)
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.kilowatts, p.price, p.cover_letter FROM proposals p
  WHERE p.share_token = p_token AND length(p_token) >= 16 AND is_member(p.company_id)
$$;
REVOKE ALL ON FUNCTION shared_proposal(text) FROM public;
GRANT EXECUTE ON FUNCTION shared_proposal(text) TO hf_rooftop_app;
