-- The function for the shop's form tells for any serial number whether it is sold, to whom and by which
-- maker.
-- about: check_serial
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT check_serial('s-9');
-- shows: Road-secret owner
CREATE FUNCTION check_serial(p_serial text) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT json_build_object('known', true, 'registered_to', o.name, 'sold_on', u.sold_on)
    FROM products_unit u
    LEFT JOIN owners_owner o ON o.maker_id = u.maker_id AND o.id = u.owner_id
   WHERE lower(u.serial) = lower(p_serial)
$$;
