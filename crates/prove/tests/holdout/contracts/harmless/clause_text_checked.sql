-- The wording by a function with its owner's rights that asks for workspace and contract together.
CREATE FUNCTION ct.clause_text(ws uuid, contract uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT ct.has_role(ws, 'admin', 'editor', 'reader') THEN
    RAISE EXCEPTION 'not a member of the workspace';
  END IF;
  RETURN (SELECT string_agg(wording, E'\n' ORDER BY position) FROM ct.clauses
    WHERE workspace_id = ws AND contract_id = contract);
END
$$;
GRANT EXECUTE ON FUNCTION ct.clause_text(uuid, uuid) TO hf_contracts_app;
