-- The trigger clears the counts of the same office only.
CREATE FUNCTION vote.clear_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vote, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  DELETE FROM counts WHERE authority_id = OLD.authority_id AND contest_no = OLD.contest_no;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RAISE NOTICE 'cleared % counts', v_count;
  RETURN OLD;
END
$$;
CREATE TRIGGER contests_clear BEFORE DELETE ON vote.contests
  FOR EACH ROW EXECUTE FUNCTION vote.clear_counts();
