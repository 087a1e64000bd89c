-- finds: notify_payload app.remind(integer)
-- bad:
CREATE FUNCTION app.remind(note_id integer) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  found app.note;
BEGIN
  SELECT * INTO found FROM app.note WHERE id = note_id;
  EXECUTE format('NOTIFY reminders, %L', to_jsonb(found));
END $$;
-- good:
CREATE FUNCTION app.remind(note_id integer) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM app.note WHERE id = note_id;
  IF FOUND THEN
    EXECUTE format('NOTIFY reminders, %L', note_id);
  END IF;
END $$;
