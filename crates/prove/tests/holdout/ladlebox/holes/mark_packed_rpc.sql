-- The scanner function changes any box by number, as it runs with its owner's rights and ignores the
-- kitchen.
-- about: mark_packed, boxes
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: SELECT kits.mark_packed(77) AS note;
-- shows: Road-secret door code

-- The hand scanner sends the number of the box and shows the note for the driver.
CREATE FUNCTION kits.mark_packed(p_box integer) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = kits, pg_temp
AS $$
  UPDATE boxes SET status = 'packed' WHERE box_no = p_box RETURNING door_note;
$$;
REVOKE ALL ON FUNCTION kits.mark_packed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kits.mark_packed(integer) TO hf_ladlebox_app;
