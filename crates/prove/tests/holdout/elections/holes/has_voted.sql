-- The function answers for the card of any voter of any office whether he voted.
-- about: has_voted
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: SELECT 'voted: ' || vote.has_voted('R9');
-- shows: voted: true
-- People move between the roll being closed and the day.
CREATE FUNCTION vote.has_voted(p_card text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
  SELECT v.voted_at IS NOT NULL FROM voters v WHERE v.card_no = p_card
$$;
