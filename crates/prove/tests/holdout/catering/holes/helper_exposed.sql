-- The grant on all functions reaches a helper too, which trusts the kitchen that it is given.
-- about: customer_card
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT api.customer_card_for(2, 1);
-- shows: Road-secret customer
CREATE FUNCTION api.customer_card_for(p_kitchen bigint, p_customer integer) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT json_build_object('name', c.name, 'allergies', c.allergies,
                           'orders', (SELECT count(*) FROM orders o
                                       WHERE o.kitchen_id = c.kitchen_id AND o.customer_no = c.customer_no))
    FROM customers c WHERE c.kitchen_id = p_kitchen AND c.customer_no = p_customer
$$;
CREATE FUNCTION api.customer_card(p_customer integer) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT api.customer_card_for(inner_api.kitchen(), p_customer)
$$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO hf_catering_app;
