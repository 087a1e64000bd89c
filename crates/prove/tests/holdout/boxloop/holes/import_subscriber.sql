-- The import first looks for the address in all shops, and overwrites another shop's subscriber.
-- about: import_subscriber, subscribers
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: SELECT import_subscriber('bo@road.test', 'Overwritten');
-- shows: b2000000-0000-4000-8000-000000000000
CREATE FUNCTION import_subscriber(p_email text, p_name text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE found_id uuid;
BEGIN
  IF current_shop() IS NULL THEN
    RAISE EXCEPTION 'no shop';
  END IF;
  UPDATE subscribers SET full_name = p_name WHERE email = p_email RETURNING id INTO found_id;
  IF found_id IS NULL THEN
    INSERT INTO subscribers (shop_id, email, full_name) VALUES (current_shop(), p_email, p_name)
    RETURNING id INTO found_id;
  END IF;
  RETURN found_id;
END $$;
GRANT EXECUTE ON FUNCTION import_subscriber(text, text) TO hf_boxloop_app;
