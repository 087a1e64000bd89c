-- finds: error_detail_custom app.check_body(integer)
-- bad:
CREATE FUNCTION app.check_body(note_id integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE found text;
BEGIN
  SELECT body INTO found FROM app.note WHERE id = note_id
    AND tenant_id::text <> current_setting('app.tenant', true);
  IF found IS NOT NULL THEN RAISE EXCEPTION 'note "%" is not yours', found; END IF;
  RETURN true;
END $$;
-- good:
CREATE FUNCTION app.check_body(note_id integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM app.note WHERE id = note_id AND tenant_id::text = current_setting('app.tenant', true);
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no note % of yours', note_id; END IF;
  RETURN true;
END $$;
