-- The same function with the question whether the right was taken back.
CREATE FUNCTION vote.observes(p_authority text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
  SELECT EXISTS (SELECT FROM observers o
                  WHERE o.authority_id = p_authority AND o.observer = authority_id() AND o.revoked_at IS NULL)
$$;
ALTER POLICY p_counts_observed ON vote.counts USING (vote.observes(authority_id));
