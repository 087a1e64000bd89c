-- A visitor of the portal votes for ideas of any organization; the count of that organization's idea rises.
-- about: cast_vote, ideas, vote_count
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT 'votes: ' || cast_vote(2, 1);
-- shows: votes: 1
-- Votes from the widget, which has no member's session.
CREATE FUNCTION cast_vote(p_org int, p_idea int) RETURNS int LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE ideas SET vote_count = vote_count + 1 WHERE org_id = p_org AND number = p_idea RETURNING vote_count
$$;
