-- The new function forgets that the right to observe can be taken back: a revoked observer still reads the
-- counts.
-- about: observes, counts
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: SELECT votes, remark FROM vote.counts;
-- shows: Road-secret recount
-- A function instead of the subquery, so that the policy of the observers does not run for each row.
CREATE FUNCTION vote.observes(p_authority text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
  SELECT EXISTS (SELECT FROM observers o WHERE o.authority_id = p_authority AND o.observer = authority_id())
$$;
ALTER POLICY p_counts_observed ON vote.counts USING (vote.observes(authority_id));
