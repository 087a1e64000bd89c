-- finds: rls_disabled app.keep_notes()
-- roles: app_user
-- bad:
CREATE FUNCTION app.keep_notes() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  CREATE TABLE app.note_kept AS SELECT n.body AS what, n.id AS of FROM app.note AS n;
  GRANT SELECT ON app.note_kept TO app_user;
END $$;
-- good:
CREATE FUNCTION app.keep_notes() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  CREATE TABLE app.note_kept AS SELECT n.body AS what, n.id AS of FROM app.note AS n;
  ALTER TABLE app.note_kept ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON app.note_kept TO app_user;
END $$;
