-- The turnout is taken over the rolls of all offices, so a street with one voter tells of that voter
-- elsewhere.
-- about: turnout
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: SELECT * FROM vote.turnout('Lone%');
-- shows: Lone street
CREATE FUNCTION vote.turnout(p_street text) RETURNS TABLE (street text, voters bigint, voted bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
  SELECT v.street, count(*), count(v.voted_at) FROM voters v WHERE v.street LIKE p_street GROUP BY v.street
$$;
