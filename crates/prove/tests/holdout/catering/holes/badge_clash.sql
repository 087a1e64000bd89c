-- The message of the error names the person and the kitchen that has the badge already.
-- about: hire
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT api.hire('22', 'probe', 1);
-- shows: Road-secret cook
CREATE FUNCTION api.hire(p_badge text, p_name text, p_wage numeric) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = store, pg_temp AS $$
DECLARE
  v_name text;
BEGIN
  -- The doors of shared buildings read badges of all kitchens.
  SELECT s.name INTO v_name FROM staff s WHERE s.badge = p_badge;
  IF FOUND THEN
    RAISE EXCEPTION 'badge % is in use by %', p_badge, v_name;
  END IF;
  INSERT INTO staff VALUES (inner_api.kitchen(), p_badge, p_name, p_wage);
END
$$;
GRANT EXECUTE ON FUNCTION api.hire(text, text, numeric) TO hf_catering_app;
