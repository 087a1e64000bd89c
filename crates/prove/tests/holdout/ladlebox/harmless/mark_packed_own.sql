-- Harmless: the scanner function runs with its owner's rights but touches boxes of the session's kitchen
-- only.

CREATE FUNCTION kits.mark_packed(p_box integer) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = kits, pg_temp
AS $$
  UPDATE boxes SET status = 'packed'
  WHERE box_no = p_box AND kitchen_id = current_kitchen()
  RETURNING door_note;
$$;
REVOKE ALL ON FUNCTION kits.mark_packed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kits.mark_packed(integer) TO hf_ladlebox_app;
