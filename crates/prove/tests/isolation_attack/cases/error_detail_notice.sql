-- finds: error_detail_custom app.look(integer)
-- bad:
CREATE FUNCTION app.look(note integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RAISE NOTICE 'looked at %', (SELECT n.body FROM app.note AS n WHERE n.id = note);
END $$;
GRANT EXECUTE ON FUNCTION app.look(integer) TO app_user;
-- good:
CREATE FUNCTION app.look(note integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RAISE NOTICE 'looked at %', (SELECT n.body FROM app.note AS n
    WHERE n.id = note AND n.tenant_id::text = current_setting('app.tenant', true));
END $$;
GRANT EXECUTE ON FUNCTION app.look(integer) TO app_user;
