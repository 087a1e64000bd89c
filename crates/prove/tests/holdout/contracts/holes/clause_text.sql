-- The function checks the workspace that is named, but fetches the contract by its id alone.
-- about: clause_text, clauses
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: SELECT ct.clause_text('a0000000-0000-4000-8000-000000000000',
-- exploit: 'b0000000-0000-4000-8000-000000000003');
-- shows: Road-secret clause
-- The whole wording of a contract as one text, for the export.
CREATE FUNCTION ct.clause_text(ws uuid, contract uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT ct.has_role(ws, 'admin', 'editor', 'reader') THEN
    RAISE EXCEPTION 'not a member of the workspace';
  END IF;
  RETURN (SELECT string_agg(wording, E'\n' ORDER BY position) FROM ct.clauses WHERE contract_id = contract);
END
$$;
GRANT EXECUTE ON FUNCTION ct.clause_text(uuid, uuid) TO hf_contracts_app;
