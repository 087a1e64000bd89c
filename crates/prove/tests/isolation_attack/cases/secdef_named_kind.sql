-- finds: secdef_tenant_param app.close_entry(text,integer)
-- bad:
CREATE FUNCTION app.close_entry(what text, entry integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF what = 'note' THEN
    DELETE FROM app.note WHERE id = entry;
  ELSE
    RAISE EXCEPTION 'nothing is called that';
  END IF;
END $$;
-- good:
CREATE FUNCTION app.close_entry(what text, entry integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF what = 'note' THEN
    DELETE FROM app.note WHERE id = entry AND tenant_id::text = current_setting('app.tenant', true);
  ELSE
    RAISE EXCEPTION 'nothing is called that';
  END IF;
END $$;
