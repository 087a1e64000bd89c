-- The check for stolen goods searches the items of all shops and tells which shop has the serial number.
-- about: check_serial, items, shops
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT api.check_serial('SN-77');
-- shows: Road-secret Pawn
CREATE FUNCTION api.check_serial(p_serial text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT coalesce((SELECT 'already pledged at ' || s.name
    FROM pawn.items i JOIN pawn.shops s ON s.id = i.shop_id
    WHERE i.serial = p_serial LIMIT 1), 'unknown')
$$;
GRANT EXECUTE ON FUNCTION api.check_serial(text) TO hf_pledge_app;
