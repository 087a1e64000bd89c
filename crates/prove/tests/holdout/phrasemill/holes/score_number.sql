-- A function marked leakproof runs before the policy, and its error message shows the value of a row of
-- another agency.
-- about: score_number, segments
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: SELECT source FROM tm.segments WHERE tm.score_number(score) > 50;
-- shows: Road-secret unrated
-- Without the mark the planner would not push the filter down to the scan.
CREATE FUNCTION tm.score_number(p_score text) RETURNS integer LANGUAGE plpgsql IMMUTABLE LEAKPROOF COST 1
  AS $$
  BEGIN
    RETURN p_score::integer;
  END $$;
