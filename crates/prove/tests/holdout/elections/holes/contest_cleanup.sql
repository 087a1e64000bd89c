-- The trigger that clears the counts runs as its owner and forgets the office: others lose theirs for the
-- same number.
-- about: clear_counts, contests_clear, vote.contests
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: DELETE FROM vote.contests WHERE contest_no = 1;
-- shows: cleared 2 counts
-- The counts must go before the candidates, and the clerk may have no right on them.
CREATE FUNCTION vote.clear_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vote, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  DELETE FROM counts WHERE contest_no = OLD.contest_no;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RAISE NOTICE 'cleared % counts', v_count;
  RETURN OLD;
END
$$;
CREATE TRIGGER contests_clear BEFORE DELETE ON vote.contests
  FOR EACH ROW EXECUTE FUNCTION vote.clear_counts();
