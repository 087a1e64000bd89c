-- The MERGE matches teams of the one competition that was checked to be the caller's: harmless.
CREATE FUNCTION league.import_teams(p_competition uuid, p_rows jsonb) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM league.competitions c
      WHERE c.id = p_competition AND c.organizer_id = league.organizer()) THEN
    RAISE EXCEPTION 'not your competition';
  END IF;
  MERGE INTO league.teams t
  USING jsonb_to_recordset(p_rows) AS r (name text, contact text)
  ON t.competition_id = p_competition AND lower(t.name) = lower(r.name)
  WHEN MATCHED THEN UPDATE SET contact = r.contact
  WHEN NOT MATCHED THEN INSERT (competition_id, name, contact) VALUES (p_competition, r.name, r.contact);
END $$;
REVOKE EXECUTE ON FUNCTION league.import_teams(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION league.import_teams(uuid, jsonb) TO hf_leaguely_app;
