-- The function looks for its tables where the caller's setting points, with rights in every schema.
-- about: open_event, adverse_events
-- as: hf_trials_cedar
-- exploit: SET trials.sponsor = 'dogwood';
-- exploit: SELECT common.open_event(9, 'planted') || ' events';
-- shows: 2 events
-- Events are entered by one function for all sponsors; the service sets the sponsor when it connects.
CREATE FUNCTION common.open_event(subject integer, what text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
AS $$
DECLARE
  n bigint;
BEGIN
  PERFORM set_config('search_path', quote_ident(current_setting('trials.sponsor')), true);
  INSERT INTO adverse_events (subject_no, description) VALUES (subject, what);
  SELECT count(*) INTO n FROM adverse_events;
  RETURN n;
END
$$;
GRANT EXECUTE ON FUNCTION common.open_event(integer, text) TO hf_trials_cedar, hf_trials_dogwood;
