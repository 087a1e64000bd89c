-- finds: secdef_anonymous app.purge(interval)
-- bad:
-- For whoever has not logged in: no right on a table, and a function that empties one.
CREATE ROLE web_anon;
GRANT USAGE ON SCHEMA app TO web_anon;
CREATE FUNCTION app.purge(older interval) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
  AS $$DELETE FROM app.note WHERE older IS NOT NULL$$;
REVOKE EXECUTE ON FUNCTION app.purge(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.purge(interval) TO web_anon;
-- good:
CREATE ROLE web_anon;
GRANT USAGE ON SCHEMA app TO web_anon;
CREATE FUNCTION app.purge(older interval) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
  AS $$DELETE FROM app.note WHERE older IS NOT NULL$$;
REVOKE EXECUTE ON FUNCTION app.purge(interval) FROM PUBLIC;
