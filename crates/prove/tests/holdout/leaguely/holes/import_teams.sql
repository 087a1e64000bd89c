-- A login overwrites the contact of teams of the same name at other organizers, as the MERGE matches by
-- name.
-- about: import_teams, teams
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: SELECT league.import_teams('a0a00000-0000-4000-8000-000000000002',
-- exploit:   '[{"name": "lions", "contact": "taken over"}]');
-- exploit: SET league.organizer = 'b0b00000-0000-4000-8000-000000000001';
-- exploit: SELECT 'contact of ours: ' || contact FROM league.teams;
-- shows: contact of ours: taken over
CREATE FUNCTION league.import_teams(p_competition uuid, p_rows jsonb) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM league.competitions c
      WHERE c.id = p_competition AND c.organizer_id = league.organizer()) THEN
    RAISE EXCEPTION 'not your competition';
  END IF;
  MERGE INTO league.teams t
  USING jsonb_to_recordset(p_rows) AS r (name text, contact text)
  ON lower(t.name) = lower(r.name)
  WHEN MATCHED THEN UPDATE SET contact = r.contact
  WHEN NOT MATCHED THEN INSERT (competition_id, name, contact) VALUES (p_competition, r.name, r.contact);
END $$;
REVOKE EXECUTE ON FUNCTION league.import_teams(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION league.import_teams(uuid, jsonb) TO hf_leaguely_app;
